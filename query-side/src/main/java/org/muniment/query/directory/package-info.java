/** Which partnerships and plans there are. */
package org.muniment.query.directory;
