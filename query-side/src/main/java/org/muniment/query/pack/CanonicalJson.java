package org.muniment.query.pack;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.journal.EventJson;

/** JSON with one possible spelling (RFC 8785): the same value is the same bytes. */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static PackContent of(Pack pack) {
        return new PackContent(of((Object) pack));
    }

    public static String of(Object value) {
        try {
            return new JsonCanonicalizer(EventJson.write(value)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Pack read(PackContent content) {
        return EventJson.read(content.json(), Pack.class);
    }
}
