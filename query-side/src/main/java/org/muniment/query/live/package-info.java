/** Tells whoever has a plan's page open that something was recorded. It says no more than that. */
package org.muniment.query.live;
