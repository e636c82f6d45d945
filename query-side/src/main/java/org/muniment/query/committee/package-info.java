/** The pages a committee reads: its dashboard, the trends, and the packs of each meeting. */
package org.muniment.query.committee;
