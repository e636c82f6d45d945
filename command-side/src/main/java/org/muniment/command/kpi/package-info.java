/** Defining KPIs, recording and restating their figures. */
package org.muniment.command.kpi;
