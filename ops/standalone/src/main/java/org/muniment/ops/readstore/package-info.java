/** The embedded read store: in memory, so it is rebuilt from the log at every start. */
package org.muniment.ops.readstore;
