/** How much one person, or one address, may ask for. */
package org.muniment.ops.limits;
