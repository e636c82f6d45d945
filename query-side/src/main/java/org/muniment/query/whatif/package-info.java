/** The same history judged by another tolerance. Nothing of it is on record. */
package org.muniment.query.whatif;
