/** A file to fill in: the columns of the command side, the things of the query side. */
package org.muniment.ops.imports;
