/**
 * The read side's memory, in MongoDB: each plan's events in order, in buckets that begin with the
 * picture as it stood, and the times of all positions. Every read is by {@code _id}; every write is
 * guarded by position, so that a repeated event changes nothing. Must never answer a question.
 */
package org.muniment.query.journal;
