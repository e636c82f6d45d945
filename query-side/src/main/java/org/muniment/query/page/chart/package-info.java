/**
 * Charts drawn on the server as SVG: text is text, a shape or a pattern stands beside every colour,
 * and no attribute needs an exception in the content security policy. Pure. Each chart is shown
 * beside a table of the same figures.
 */
package org.muniment.query.page.chart;
