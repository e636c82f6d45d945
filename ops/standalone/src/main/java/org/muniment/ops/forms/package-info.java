/**
 * A form for every command, for people: the catalogue says what is asked for, and the API is what
 * is asked. Nothing is decided here, and no role is named.
 */
package org.muniment.ops.forms;
