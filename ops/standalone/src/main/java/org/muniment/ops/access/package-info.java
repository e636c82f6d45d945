/** Who may send and read what. Deny unless the table allows. */
package org.muniment.ops.access;
