/** How accessible are these pages, and whom does a reader tell who cannot use one? */
package org.muniment.query.accessibility;
