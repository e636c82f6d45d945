/** Approving budget lines, moving money between them, forecasting their outturn. */
package org.muniment.command.budget;
