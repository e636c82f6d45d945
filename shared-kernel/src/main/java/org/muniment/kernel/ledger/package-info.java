/**
 * The evidence ledger as pure code: an RFC 6962 Merkle tree over the events of the log, and the
 * proofs, signed notes and checkpoints of C2SP that let anyone check it with a public key. Nothing
 * but the JDK, so that a verifier needs nothing else.
 */
package org.muniment.kernel.ledger;
