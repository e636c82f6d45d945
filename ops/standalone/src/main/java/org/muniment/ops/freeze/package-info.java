/** Where the sides meet over a freeze: the command side asks, the query side has the pack. */
package org.muniment.ops.freeze;
