/** The lines of a plan's budget, their adjustments and the forecast of their outturn. */
package org.muniment.kernel.budget;
