/**
 * Who is who: what the record says of people, in words where the vault still holds them. No text is
 * shown that does not open the commitment in the log, and none is ever kept here.
 */
package org.muniment.query.people;
