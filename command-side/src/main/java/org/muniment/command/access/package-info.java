/** Giving and taking roles, deputies, and what people sign in with. */
package org.muniment.command.access;
