/**
 * What members saw on a day: the packs in force, the dashboard of that moment, and what has been
 * corrected since.
 */
package org.muniment.query.seen;
