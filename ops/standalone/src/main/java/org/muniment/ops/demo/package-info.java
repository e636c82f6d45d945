/**
 * The demo year: a readable file, played through the real HTTP api under a simulated clock. Nothing
 * here runs outside demo mode.
 */
package org.muniment.ops.demo;
