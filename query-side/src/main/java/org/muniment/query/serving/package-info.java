/** What was given to members, as the log has it: which bytes, to whom, when. */
package org.muniment.query.serving;
