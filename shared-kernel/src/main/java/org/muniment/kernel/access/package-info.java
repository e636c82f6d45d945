/** Who may act, in which role, and how far that reaches. */
package org.muniment.kernel.access;
