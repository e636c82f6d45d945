/**
 * What was frozen, and what a freeze would hold now. A pack is a pure function of a plan's picture
 * and the terms of the freeze; it must never read a clock or the live record.
 */
package org.muniment.query.pack;
