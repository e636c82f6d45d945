/** Many commands from one file: read strictly, tried as a whole, kept as a whole or not at all. */
package org.muniment.command.imports;
