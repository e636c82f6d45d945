/**
 * Naming people, rectifying what is said of them, erasing them by two persons. Texts go to the
 * vault, and only commitments to them into commands and events.
 */
package org.muniment.command.person;
