/** How far is each quarter on its way to the committee, and what stands in its way? */
package org.muniment.query.quarters;
