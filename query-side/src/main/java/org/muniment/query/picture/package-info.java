/**
 * What is known of one plan at one position of the log: a pure fold over its events. Every answer,
 * live or of a past day, starts from this value. Must never read a clock, a database or a setting.
 */
package org.muniment.query.picture;
