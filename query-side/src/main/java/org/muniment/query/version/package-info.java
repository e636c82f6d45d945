/**
 * Which version of a thing an answer shows: how many events it has, which is what a sender of
 * changes must say they have seen (If-Match).
 */
package org.muniment.query.version;
