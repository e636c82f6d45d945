/**
 * Which position of the log a question of time means: a London day, an instant, a position, or now.
 * Resolved once per request; every answer says what was used.
 */
package org.muniment.query.moment;
