/** Putting on record what was decided about events that the read side could not take. */
package org.muniment.command.deadletter;
