/** Several processes over one log: which of them writes, and how the others reach it. */
package org.muniment.ops.nodes;
