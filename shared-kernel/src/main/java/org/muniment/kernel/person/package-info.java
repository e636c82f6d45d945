/**
 * People the record is about, under pseudonymous ids. Nothing here that is stored holds a name:
 * only commitments to what the vault keeps, which mean nothing once it is gone from there.
 */
package org.muniment.kernel.person;
