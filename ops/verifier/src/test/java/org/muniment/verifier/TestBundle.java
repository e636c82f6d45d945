package org.muniment.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/** An evidence bundle, made as the document says, and remade as a forger would. */
final class TestBundle {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String CONTENT =
            "{\"councils\":[\"CBC\",\"SRBC\"],\"total\":\"1.655\",\"unit\":\"\u00a3m\"}";

    final TestLog log;
    final String about;
    final TreeMap<String, byte[]> files;

    private TestBundle(TestLog log, String about, Map<String, byte[]> files) {
        this.log = log;
        this.about = about;
        this.files = new TreeMap<>(files);
    }

    /** A quarter frozen, confirmed, published and superseded, with other events around it. */
    static TestBundle snapshot(TestLog log, String id) {
        freeze(log, id, CONTENT);
        String of = "{\"snapshot\":\"%s\",\"plan\":\"bip\"".formatted(id);
        String stream = "snapshot:" + id;
        String published =
                ",\"meeting\":\"jc-2017-09\",\"sha256\":\"%s\"}".formatted(sha256(CONTENT));
        log.add(stream, "snapshot.freeze-confirmed", of + ",\"confirmedBy\":\"cfo\"}", by("cfo"));
        log.filled(1);
        log.add(stream, "snapshot.published", of + published, by("clerk"));
        log.add(
                stream,
                "snapshot.superseded",
                of + ",\"by\":\"q1-corrected\",\"reason\":\"The causes are explained in full\"}");
        log.filled(2);
        return of(log, "snapshot " + id, stream)
                .with("content.json", CONTENT)
                .with("report.csv", "total,1.655\n")
                .with("report.html", "<p>1.655</p>\n")
                .with("report.pdf", "%PDF-1.7\n");
    }

    static StoredEvent freeze(TestLog log, String id, String content) {
        String pack =
                "{\"quarter\":\"Q1\",\"asAt\":\"2017-07-31\",\"position\":%s,\"overrides\":[%s],\"content\":%s,\"sha256\":\"%s\"}"
                        .formatted(
                                log.events.size(),
                                "{\"finding\":\"shares-do-not-add\",\"reason\":\"As printed\"}",
                                JSON.writeValueAsString(content),
                                sha256(content));
        return log.add(
                "snapshot:" + id,
                "snapshot.quarter-frozen",
                "{\"snapshot\":\"%s\",\"plan\":\"bip\",\"pack\":%s}".formatted(id, pack));
    }

    private static String by(String person) {
        return "{\"by\":\"%s\"}".formatted(person);
    }

    /** A person named twice; the second naming is in force. */
    static TestBundle person(TestLog log, String id) {
        name(log, id, "Jane Citizen");
        log.filled(1);
        name(log, id, "Jane Resident");
        log.filled(1);
        return of(log, "person " + id, "person:" + id)
                .with("openings.json", openings(id, "Jane Resident"));
    }

    /** A person whose erasure was proposed and done. */
    static TestBundle erased(TestLog log, String id) {
        name(log, id, "Jane Citizen");
        String payload = "{\"person\":\"%s\",\"legalBasis\":\"Article 17(1)(b)\"}".formatted(id);
        log.add("person:" + id, "person.erasure-proposed", payload);
        log.filled(1);
        log.add("person:" + id, "person.erased", payload, by("auditor"));
        return of(log, "person " + id, "person:" + id);
    }

    static void name(TestLog log, String id, String name) {
        log.add(
                "person:" + id,
                "person.named",
                "{\"person\":\"%s\",\"commitments\":[%s,%s]}"
                        .formatted(
                                id, committed(id, "name", name), committed(id, "post", "Clerk")));
    }

    private static String committed(String id, String field, String text) {
        return "{\"field\":\"%s\",\"commitment\":\"%s\"}"
                .formatted(field, commitment(id, field, text));
    }

    static String openings(String id, String name) {
        return "[%s,%s]".formatted(opening("name", name), opening("post", "Clerk"));
    }

    private static String opening(String field, String text) {
        String key = Base64.getEncoder().encodeToString(key(field, text));
        return "{\"field\":\"%s\",\"key\":\"%s\",\"text\":\"%s\"}".formatted(field, key, text);
    }

    /** Not random, as a real one must be. */
    private static byte[] key(String field, String text) {
        return Arrays.copyOf((field + text + " ".repeat(32)).getBytes(StandardCharsets.UTF_8), 32);
    }

    private static String commitment(String id, String field, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(field, text), "HmacSHA256"));
            for (String part : List.of("muniment-commitment/v1", id, field, text)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All events of a stream with their proofs, and what every bundle has. */
    static TestBundle of(TestLog log, String about, String stream) {
        SignedNote note = log.note();
        TestBundle bundle =
                new TestBundle(log, about, Map.of())
                        .with("README.txt", "How to check this: ...\n")
                        .with("checkpoint", note.toString())
                        .with("policy.txt", log.policy());
        for (StoredEvent event : log.events) {
            if (event.stream().equals(stream)) {
                bundle =
                        bundle.with(event(event.position()), json(event))
                                .with(
                                        proof(event.position()),
                                        log.proof(event.position(), note).toString());
            }
        }
        return bundle;
    }

    static String event(long position) {
        return "events/" + position + ".json";
    }

    static String proof(long position) {
        return "events/" + position + ".tlog-proof";
    }

    /** By another's canonical JSON than the verifier's. */
    static String json(StoredEvent event) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(event)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The positions of its events. */
    List<Long> positions() {
        return files.keySet().stream()
                .filter(name -> name.matches("events/.*\\.json"))
                .map(name -> Long.valueOf(name.replaceAll("\\D", "")))
                .sorted()
                .toList();
    }

    TestBundle with(String name, String text) {
        return with(name, TestTables.utf8(text));
    }

    TestBundle with(String name, byte[] file) {
        TestBundle changed = new TestBundle(log, about, files);
        changed.files.put(name, file);
        return changed;
    }

    TestBundle without(String... names) {
        TestBundle changed = new TestBundle(log, about, files);
        List.of(names).forEach(changed.files::remove);
        return changed;
    }

    TestBundle renamed(String from, String to) {
        return with(to, files.get(from)).without(from);
    }

    TestBundle replaced(String name, String from, String to) {
        String before = text(name);
        String after = before.replace(from, to);
        if (after.equals(before)) {
            throw new IllegalArgumentException(name + " does not hold " + from);
        }
        return with(name, after);
    }

    TestBundle about(String other) {
        return new TestBundle(log, other, files);
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    String manifest() {
        return files.entrySet().stream()
                .map(it -> "file %s %s\n".formatted(Digests.sha256(it.getValue()), it.getKey()))
                .collect(
                        Collectors.joining(
                                "",
                                "muniment-evidence/v1\norigin %s\nabout %s\n"
                                        .formatted(log.origin, about),
                                ""));
    }

    byte[] zip() {
        return signedBy(log.key);
    }

    byte[] signedBy(SigningKey key) {
        return manifested(SignedNote.sign(manifest(), key).toString());
    }

    /** The same files under this manifest, whether it fits or not. */
    byte[] manifested(String manifest) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put(EvidenceZip.MANIFEST, TestTables.utf8(manifest));
        return EvidenceZip.of(all);
    }

    static String sha256(String text) {
        return Digests.sha256(TestTables.utf8(text));
    }
}
