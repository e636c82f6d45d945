package org.muniment.ops.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.ledger.Notary;
import org.muniment.ops.ledger.Notary.Sealing;
import org.muniment.query.pack.CanonicalJson;

/** The files of an evidence bundle, and the manifest that names them all. */
final class Bundle {
    private static final String FORM = "muniment-evidence/v1";

    private final String subject;
    private final Map<String, byte[]> files = new TreeMap<>();

    /** {@code subject} is what it is about: its kind and its id. */
    Bundle(String subject) {
        this.subject = subject;
    }

    Bundle with(String name, byte[] file) {
        files.put(name, file);
        return this;
    }

    Bundle with(String name, String file) {
        return with(name, file.getBytes(StandardCharsets.UTF_8));
    }

    /** The events, that each is in the log, and whom to believe about that. */
    Bundle proving(List<StoredEvent> events, Sealing sealing, Notary notary) {
        for (StoredEvent event : events) {
            String name = "events/" + event.position();
            with(name + ".json", CanonicalJson.of(event));
            with(name + ".tlog-proof", notary.proof(event, sealing).toString());
        }
        with("checkpoint", sealing.checkpoint().toString());
        return with("policy.txt", notary.policy().toString());
    }

    byte[] signedBy(Notary notary) {
        StringBuilder text = new StringBuilder();
        text.append(FORM).append('\n');
        text.append("origin ").append(notary.origin()).append('\n');
        text.append("about ").append(subject).append('\n');
        files.forEach(
                (name, file) ->
                        text.append("file ")
                                .append(Sha256.of(file))
                                .append(' ')
                                .append(name)
                                .append('\n'));
        with(EvidenceZip.MANIFEST, notary.sign(text.toString()).toString());
        return EvidenceZip.of(files);
    }
}
