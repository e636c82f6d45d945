package org.muniment.query.pack;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.journal.EventJson;

/** JSON with one possible spelling (RFC 8785): the same pack is the same bytes. */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static PackContent of(Pack pack) {
        try {
            return new PackContent(new JsonCanonicalizer(EventJson.write(pack)).getEncodedString());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Pack read(PackContent content) {
        return EventJson.read(content.json(), Pack.class);
    }
}
