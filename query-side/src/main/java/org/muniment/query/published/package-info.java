/** What was published, of all partnerships: for anybody, signed in or not. */
package org.muniment.query.published;
