/** What all pages share: the frame, the moment they speak of, and how they word things. */
package org.muniment.query.page;
