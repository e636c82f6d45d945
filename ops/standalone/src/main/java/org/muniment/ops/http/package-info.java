/** What all requests share: strict JSON, one form of error, size limits, who is calling. */
package org.muniment.ops.http;
