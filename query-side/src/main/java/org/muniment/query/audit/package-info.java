/** What happened, who did it and why: a plan's events and each thing's history, in log order. */
package org.muniment.query.audit;
