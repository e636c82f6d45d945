/** Files that are whole and on disk, or not there. */
package org.muniment.ops.files;
