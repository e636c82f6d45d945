/** Establishing partnerships. */
package org.muniment.command.partnership;
