/** What changed between two moments: both dashboards, compared thing by thing. */
package org.muniment.query.changes;
