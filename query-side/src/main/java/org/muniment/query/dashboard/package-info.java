/**
 * What the committee sees of a plan at a position, as at a cut-off: tables and findings, worked out
 * from a picture by pure functions. Must never remember anything between two questions.
 */
package org.muniment.query.dashboard;
