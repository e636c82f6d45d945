/**
 * Open data: every figure of every published pack as tables, and a dictionary made from the
 * definition of the tables themselves.
 */
package org.muniment.query.opendata;
