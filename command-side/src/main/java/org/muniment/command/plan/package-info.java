/** Adopting plans, and stating what their papers print. */
package org.muniment.command.plan;
