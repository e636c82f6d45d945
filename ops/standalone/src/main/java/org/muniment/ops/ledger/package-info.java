/**
 * Seals the log: every event's stored bytes into the Merkle tree, and a signed checkpoint over it.
 * Must never read an event's meaning.
 */
package org.muniment.ops.ledger;
