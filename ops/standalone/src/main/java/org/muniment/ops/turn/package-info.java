/** Of several processes over one log one writes and seals at a time. */
package org.muniment.ops.turn;
