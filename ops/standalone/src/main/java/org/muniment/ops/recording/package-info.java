/** Puts on record, in batches, what nobody has to wait for. */
package org.muniment.ops.recording;
