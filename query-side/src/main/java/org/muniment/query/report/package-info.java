/**
 * A frozen pack in the forms people read: HTML, PDF, CSV, XLSX. Each is a pure function of the
 * pack's content and the template's edition: the same bytes every time, for ever. Must never read
 * the live record, a clock or a setting.
 */
package org.muniment.query.report;
