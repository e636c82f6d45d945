/** Who was refused what. */
package org.muniment.query.refusal;
