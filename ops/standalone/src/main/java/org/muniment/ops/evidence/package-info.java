/** What can be taken away and checked without this product: its form is in ops/docs/evidence.md. */
package org.muniment.ops.evidence;
