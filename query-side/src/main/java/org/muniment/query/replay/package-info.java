/** The plan as it stood after any event, privately: must never record anything. */
package org.muniment.query.replay;
