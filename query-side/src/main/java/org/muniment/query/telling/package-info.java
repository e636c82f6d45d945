/** What an event says, in a plain sentence. Pure: must never look anything up. */
package org.muniment.query.telling;
