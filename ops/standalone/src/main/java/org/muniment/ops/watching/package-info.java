/** What is told of a running Muniment to those who run it: metrics, traces, logs. */
package org.muniment.ops.watching;
