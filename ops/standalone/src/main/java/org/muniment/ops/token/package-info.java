/**
 * Access tokens: gives them to the demo's clients, and checks those of all requests. Whose roles
 * they bring is for {@code ops.access} to say.
 */
package org.muniment.ops.token;
