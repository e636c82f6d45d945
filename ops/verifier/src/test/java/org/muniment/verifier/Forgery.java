package org.muniment.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;

/**
 * A way to forge a bundle about a snapshot, and words of the reason it must be refused with. Most
 * are by somebody who holds the log's own key, and so can make the manifest fit.
 */
enum Forgery {
    FILE_CHANGED(
            "not the one that the manifest lists",
            b -> b.with("report.csv", "x").manifested(signed(b))),
    FILE_MISSING("is missing", b -> b.without("report.pdf").manifested(signed(b))),
    FILE_EXTRA("not listed", b -> b.with("zz", "x").manifested(signed(b))),
    FILE_RENAMED("is missing", b -> b.renamed("README.txt", "README.md").manifested(signed(b))),
    FILES_MISSING_AND_UNLISTED("report.pdf is missing", b -> b.without("report.pdf").zip()),
    FILE_WITHOUT_A_PLACE("has no place", b -> b.with("notes.txt", "x").zip()),
    PROOF_WITHOUT_ITS_EVENT("left out", b -> b.without(TestBundle.event(second(b))).zip()),
    PROOF_LEFT_OVER("has no place", b -> b.with(TestBundle.proof(1), "x").zip()),
    MANIFEST_IN_ANOTHER_ORDER("in another order", b -> b.manifested(resigned(b, reordered(b)))),
    MANIFEST_BY_ANOTHER_KEY("nobody trusted", b -> b.signedBy(stranger(b))),
    MANIFEST_BY_TWO("more than one signature", Forgery::byTwo),
    MANIFEST_UNSIGNED("no signatures", b -> b.manifested(b.manifest())),
    MANIFEST_OF_ANOTHER_FORM(
            "not of the form", b -> b.manifested(resigned(b, b.manifest().replace("/v1", "/v2")))),
    MANIFEST_WITH_A_LINE_MORE(
            "no known form", b -> b.manifested(resigned(b, b.manifest() + "more\n"))),
    CONTENT_CHANGED_BY_ANOTHER(
            "nobody trusted", b -> b.with("content.json", "{}").signedBy(stranger(b))),
    CONTENT_CHANGED("not the content that was frozen", b -> b.with("content.json", "{}").zip()),
    ABOUT_ANOTHER("is of snapshot:q1", b -> b.about("snapshot q2").zip()),
    ABOUT_A_PERSON("is of snapshot:q1", b -> b.about("person q1").zip()),
    OTHER_QUARTERS_PROOF("is not proved", Forgery::otherProof),
    OTHER_LOGS_EVENT("is not proved", Forgery::otherLogsEvent),
    OTHER_CHECKPOINT("does not carry the bundle's checkpoint", Forgery::otherCheckpoint),
    OTHER_LOGS_CHECKPOINT(
            "nobody trusted",
            b ->
                    b.with(
                                    "checkpoint",
                                    TestLog.named("other.example/log").filled(3).note().toString())
                            .zip()),
    CHECKPOINT_WITHOUT_THE_LOG(
            "nobody trusted",
            b ->
                    b.with(
                                    "checkpoint",
                                    SignedNote.sign(b.log.checkpoint().text(), stranger(b))
                                            .toString())
                            .zip()),
    COSIGNATURE_REMOVED("too few witnesses", Forgery::cosignatureRemoved),
    COSIGNATURE_FORGED("does not hold", Forgery::cosignatureForged),
    POLICY_OF_ANOTHER_LOG(
            "nobody trusted",
            b -> b.replaced("policy.txt", "log ", "log " + stranger(b).key() + "\n#").zip()),
    POLICY_MALFORMED(
            "line 5 of the policy",
            b -> b.replaced("policy.txt", "quorum both", "quorum most").zip()),
    EVENT_CHANGED("is not proved", b -> changed(b, "finance-officer", "another-officer")),
    EVENT_MOVED("holds the event", Forgery::eventMoved),
    EVENT_SPACED("canonical form", b -> changed(b, "{\"eventId\"", "{ \"eventId\"")),
    EVENT_WITH_A_MEMBER_MORE("canonical form", b -> changed(b, "\"type\"", "\"zero\":0,\"type\"")),
    EVENT_WITH_A_MEMBER_TWICE(
            "is not JSON", b -> changed(b, "\"type\"", "\"stream\":\"x\",\"type\"")),
    FIRST_EVENT_LEFT_OUT("number 0", b -> left(b, 0)),
    MIDDLE_EVENT_LEFT_OUT("number 1", b -> left(b, 1)),
    EVERY_EVENT_LEFT_OUT("has no event", b -> left(b, 0, 1, 2, 3)),
    PROOF_SHORTENED("is not proved", Forgery::proofShortened),
    PROOF_WITH_MORE(
            "carries more",
            b ->
                    b.replaced(TestBundle.proof(second(b)), "\nindex", "\nextra aGVsbG8=\nindex")
                            .zip()),
    ZIP_PACKED_BY_ANOTHER("not written as these files give it", Forgery::packedAgain);

    final String reason;
    private final Function<TestBundle, byte[]> forge;

    Forgery(String reason, Function<TestBundle, byte[]> forge) {
        this.reason = reason;
        this.forge = forge;
    }

    byte[] of(TestBundle bundle) {
        return forge.apply(bundle);
    }

    private static long second(TestBundle bundle) {
        return bundle.positions().get(1);
    }

    private static SigningKey stranger(TestBundle bundle) {
        return SigningKey.create(bundle.log.origin, NoteKey.Use.LOG);
    }

    private static String signed(TestBundle bundle) {
        return resigned(bundle, bundle.manifest());
    }

    private static String resigned(TestBundle bundle, String manifest) {
        return SignedNote.sign(manifest, bundle.log.key).toString();
    }

    private static byte[] byTwo(TestBundle bundle) {
        SigningKey other = SigningKey.create("other.example", NoteKey.Use.LOG);
        return bundle.manifested(
                SignedNote.sign(bundle.manifest(), bundle.log.key)
                        .signedBy(other, TestLog.COSIGNED)
                        .toString());
    }

    private static String reordered(TestBundle bundle) {
        String[] lines = bundle.manifest().split("\n");
        String last = lines[lines.length - 1];
        lines[lines.length - 1] = lines[lines.length - 2];
        lines[lines.length - 2] = last;
        return String.join("\n", lines) + "\n";
    }

    private static byte[] changed(TestBundle bundle, String from, String to) {
        return bundle.replaced(TestBundle.event(bundle.positions().get(0)), from, to).zip();
    }

    private static byte[] left(TestBundle bundle, int... numbers) {
        TestBundle forged = bundle;
        for (int number : numbers) {
            long position = bundle.positions().get(number);
            forged = forged.without(TestBundle.event(position), TestBundle.proof(position));
        }
        return forged.zip();
    }

    private static byte[] otherProof(TestBundle bundle) {
        String other = bundle.log.proof(1, bundle.log.note()).toString();
        long position = bundle.positions().get(0);
        return bundle.with(
                        TestBundle.proof(position),
                        other.replace("index 0\n", "index " + (position - 1) + "\n"))
                .zip();
    }

    private static byte[] otherLogsEvent(TestBundle bundle) {
        long position = bundle.positions().get(0);
        TestLog other = TestLog.named("other.example/log");
        other.events.addAll(bundle.log.events);
        String stolen = other.proof(position, bundle.log.note()).toString();
        return bundle.with(TestBundle.proof(position), stolen).zip();
    }

    private static byte[] otherCheckpoint(TestBundle bundle) {
        long position = bundle.positions().get(0);
        TestLog later = bundle.log.with(bundle.log.events).filled(1);
        return bundle.with(
                        TestBundle.proof(position), later.proof(position, later.note()).toString())
                .zip();
    }

    private static byte[] cosignatureRemoved(TestBundle bundle) {
        SignedNote note = bundle.log.note();
        return withCheckpoint(
                bundle, new SignedNote(note.text(), note.signatures().subList(0, 2)).toString());
    }

    private static byte[] cosignatureForged(TestBundle bundle) {
        SignedNote note = SignedNote.sign(bundle.log.checkpoint().text(), bundle.log.key);
        SignedNote of = SignedNote.sign("another\n1\n2\n", bundle.log.key);
        for (SigningKey witness : bundle.log.witnesses) {
            of = of.signedBy(witness, TestLog.COSIGNED);
        }
        for (String line : of.signatures().subList(1, 3)) {
            note = note.with(line);
        }
        return withCheckpoint(bundle, note.toString());
    }

    /** In every proof too. */
    private static byte[] withCheckpoint(TestBundle bundle, String checkpoint) {
        TestBundle forged = bundle;
        for (long position : bundle.positions()) {
            forged =
                    forged.replaced(
                            TestBundle.proof(position), bundle.text("checkpoint"), checkpoint);
        }
        return forged.with("checkpoint", checkpoint).zip();
    }

    private static byte[] eventMoved(TestBundle bundle) {
        long position = second(bundle);
        StoredEvent next = bundle.log.events.get((int) position);
        return bundle.with(TestBundle.event(position), TestBundle.json(next)).zip();
    }

    private static byte[] proofShortened(TestBundle bundle) {
        String name = TestBundle.proof(second(bundle));
        return bundle.with(name, bundle.text(name).replaceFirst("\n[^\n]{44}\n", "\n")).zip();
    }

    private static byte[] packedAgain(TestBundle bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, byte[]> files = new TreeMap<>(EvidenceZip.read(bundle.zip()));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
