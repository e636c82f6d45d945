/** The key a log signs its checkpoints with, and its changes. */
package org.muniment.kernel.ledgerkey;
