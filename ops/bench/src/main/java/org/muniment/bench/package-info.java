/**
 * Measures the product from outside, over HTTP, beside the floor it stands on. Prints a table;
 * asserts nothing.
 */
package org.muniment.bench;
