/**
 * The way of every command from HTTP to the log: who sends it, what it must find, where it ended.
 * Must never know a noun.
 */
package org.muniment.command.dispatch;
