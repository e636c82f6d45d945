/** Putting on record what was refused. */
package org.muniment.command.refusal;
