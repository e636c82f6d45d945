/** Putting on record what members were shown. */
package org.muniment.command.serving;
