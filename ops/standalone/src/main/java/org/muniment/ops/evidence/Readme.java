package org.muniment.ops.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotId;

/** What a bundle says of itself, to somebody who has never seen one. */
final class Readme {
    private Readme() {}

    static String ofSnapshot(SnapshotId snapshot, FrozenPack pack, String origin) {
        return filled(
                "snapshot.txt",
                Map.of(
                        "snapshot", snapshot.value(),
                        "quarter", pack.quarter().toString(),
                        "asAt", pack.asAt().toString(),
                        "sha256", pack.sha256().toString(),
                        "origin", origin));
    }

    static String ofPerson(SubjectId person, String origin) {
        return filled("person.txt", Map.of("person", person.value(), "origin", origin));
    }

    private static String filled(String template, Map<String, String> words) {
        String text = read("/evidence/" + template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private static String read(String resource) {
        try (InputStream text = Readme.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
