/** What must outlive a process beside the log: keys, checkpoints, what is kept about people. */
package org.muniment.ops.safe;
