/**
 * The names under which events are stored, for ever. Classes may move; these names may not. Must
 * never derive a name from a class.
 */
package org.muniment.kernel.log;
