/** What people decide about events that the read side could not take. */
package org.muniment.kernel.deadletter;
