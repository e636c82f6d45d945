/** How the read side is doing, and where its processors stand. Must never change a figure. */
package org.muniment.query.operations;
