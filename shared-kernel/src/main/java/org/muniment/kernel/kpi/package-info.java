/** A key performance indicator: one series of figures, a measure within one scope. */
package org.muniment.kernel.kpi;
