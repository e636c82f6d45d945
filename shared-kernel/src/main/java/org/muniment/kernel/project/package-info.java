/** A project of a plan: dates, milestones, progress in red, amber and green. */
package org.muniment.kernel.project;
