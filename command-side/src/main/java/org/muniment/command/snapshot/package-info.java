/** Freezing a quarter, confirming it, publishing it to a meeting, superseding it. */
package org.muniment.command.snapshot;
