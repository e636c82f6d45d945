/**
 * Numbers as committees use them: decimals kept as typed, derived targets, and the rule that turns
 * a figure into red, amber or green. Must never use binary floating point.
 */
package org.muniment.kernel.figures;
