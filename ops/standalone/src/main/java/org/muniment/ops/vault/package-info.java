/**
 * The vault: what is known about people in words, one encrypted file for each, beside the log and
 * never in it. A file that is removed is overwritten first.
 */
package org.muniment.ops.vault;
