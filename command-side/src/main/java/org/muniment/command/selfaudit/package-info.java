/** Putting the result of a self-audit on record. */
package org.muniment.command.selfaudit;
