/**
 * How one thing of a plan stands now, and at which version: what somebody must have read before
 * they change it. Shows nothing that the dashboard of some cut-off does not show.
 */
package org.muniment.query.thing;
