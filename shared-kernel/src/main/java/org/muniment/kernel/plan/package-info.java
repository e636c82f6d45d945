/** A business improvement plan for one financial year, and what its papers state. */
package org.muniment.kernel.plan;
