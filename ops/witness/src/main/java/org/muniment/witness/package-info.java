/**
 * A witness (C2SP tlog-witness): a small program that somebody other than the log's keeper runs. It
 * remembers the last checkpoint it cosigned of each log and cosigns only what grew from it, so that
 * nobody can be shown another past without it being seen. Must never cosign two histories.
 */
package org.muniment.witness;
