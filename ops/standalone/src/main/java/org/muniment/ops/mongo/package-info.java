/** Where MongoDB is, and how carefully it is written to. */
package org.muniment.ops.mongo;
