/**
 * The rules of written text: what a title, a narrative, a code or an id may hold, and the two ways
 * of saying no. Must never know a noun.
 */
package org.muniment.kernel.words;
