/** Changing the key a log signs with. */
package org.muniment.command.ledgerkey;
