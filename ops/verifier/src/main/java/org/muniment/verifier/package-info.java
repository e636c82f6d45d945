/**
 * Doubts the record from outside: bundles, proofs, checkpoints and the log itself, with public keys
 * and nothing else. Must never use a network, and never change what it checks.
 */
package org.muniment.verifier;
