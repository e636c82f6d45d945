/**
 * What is due of a plan's record, and missing: decided here, once, for whoever reports and for
 * whoever freezes. Must know nothing of who asks.
 */
package org.muniment.query.due;
