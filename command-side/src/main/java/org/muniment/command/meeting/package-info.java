/** Scheduling a committee's meetings. */
package org.muniment.command.meeting;
