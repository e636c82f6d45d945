package org.muniment.query.opendata;

import org.muniment.query.pack.Pack;
import org.muniment.query.published.Publication;

/** What was frozen, and how it was published first. */
record PublishedPack(Publication publication, Pack content) {}
