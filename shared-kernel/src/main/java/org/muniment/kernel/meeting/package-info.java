/** Meetings of a joint committee: when they are, and which papers are due. */
package org.muniment.kernel.meeting;
