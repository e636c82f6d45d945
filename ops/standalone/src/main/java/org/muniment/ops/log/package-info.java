/**
 * The log: one SQLite file, written by one connection, through Axon's JDBC engine. It refuses to
 * run where it could not keep its promise. Must never change or remove an event.
 */
package org.muniment.ops.log;
