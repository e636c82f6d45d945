/** Where the read models are: in memory and rebuilt at every start, or in a MongoDB that lasts. */
package org.muniment.ops.readstore;
