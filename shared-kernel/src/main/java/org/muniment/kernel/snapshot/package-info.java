/** A quarter as the committee froze, confirmed, published and perhaps superseded it. */
package org.muniment.kernel.snapshot;
