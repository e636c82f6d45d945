/**
 * Requests that the product sends to itself, inside the process, on behalf of whoever sent the
 * outer one. Must never know what is asked.
 */
package org.muniment.ops.inner;
