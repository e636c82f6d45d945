/** Nightly and on demand: the product doubts itself, and puts the answer on record. */
package org.muniment.ops.selfaudit;
