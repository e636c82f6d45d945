package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;

class BundleTest {
    private static final Path GOLDEN = Path.of("../standalone/src/test/resources/events");

    /** A signature is checked each time, so not every byte. */
    private static final int STEP = 11;

    private static final int SAMPLES = 200;

    @Test
    void anUnmodifiedSnapshotIsVerifiedAndExplained() {
        assertThat(verified(snapshot()))
                .contains(
                        "The bundle about the snapshot q1 is complete: 15 files, as the log"
                                + " chorley.example/muniment signed them.",
                        "The log chorley.example/muniment signed the checkpoint over its first 12"
                                + " events.",
                        "It was cosigned by preston.example/w2 on 14 September 2017 at 17:00:00"
                                + " UTC.",
                        "The quarter Q1 as at 31 July 2017 was frozen by finance-officer on 31"
                                + " August 2017 at 08:00:06 UTC, as event 6. It was taken from the"
                                + " first 5 events.",
                        "One finding was overridden, with a reason.",
                        "Confirmed by cfo on 31 August 2017 at 08:00:07 UTC, as event 7.",
                        "Published to the meeting jc-2017-09 by clerk on 31 August 2017 at 08:00:09"
                                + " UTC, as event 9.",
                        "Superseded by the snapshot q1-corrected by finance-officer on 31 August"
                                + " 2017 at 08:00:10 UTC, as event 10, because: The causes are"
                                + " explained in full");
    }

    @Test
    void theProductsOwnEventsAreVerified() throws IOException {
        TestLog log = TestLog.empty().filled(158);
        for (String type :
                List.of("quarter-frozen", "freeze-confirmed", "published", "superseded")) {
            String payload = Files.readString(GOLDEN.resolve("snapshot." + type + ".1.json"));
            log.add("snapshot:q1-2017-18", "snapshot." + type, payload.strip());
        }
        String content =
                Json.object(log.events.get(158).payload(), "golden")
                        .path("pack")
                        .path("content")
                        .stringValue();
        TestBundle bundle =
                TestBundle.of(log, "snapshot q1-2017-18", "snapshot:q1-2017-18")
                        .with("content.json", content)
                        .with("report.csv", "")
                        .with("report.html", "")
                        .with("report.pdf", "");

        assertThat(verified(bundle))
                .contains("7 findings were overridden, each with a reason.")
                .anyMatch(line -> line.contains("as event 159. It was taken from the first 158"));
    }

    @ParameterizedTest
    @EnumSource
    void aForgeryIsRefusedAndItsReasonNamed(Forgery forgery) {
        TestBundle bundle = snapshot();

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> verified(forgery.of(bundle), policy(bundle)))
                .withMessageContaining(forgery.reason);
        verified(bundle);
    }

    @Test
    void everyBitOfTheZipCounts() {
        TestBundle bundle = snapshot();
        byte[] zip = bundle.zip();
        Policy policy = policy(bundle);
        for (int i = 0; i < zip.length * Byte.SIZE; i++) {
            assertRefused(flipped(zip, i), policy);
        }
    }

    /** The manifest is signed again with the log's key over every change. */
    @Test
    void notEvenTheLogsOwnKeyCanChangeWhatIsProved() {
        TestBundle bundle = snapshot();
        Policy policy = policy(bundle);
        Random random = new Random(20170914);
        List<String> proved =
                bundle.files.keySet().stream()
                        .filter(name -> name.matches("checkpoint|content.json|events/.*"))
                        .toList();
        for (int i = 0; i < SAMPLES; i++) {
            String name = proved.get(random.nextInt(proved.size()));
            byte[] file = bundle.files.get(name);
            byte[] changed = flipped(file, random.nextInt(file.length * Byte.SIZE));
            assertRefused(bundle.with(name, changed).zip(), policy);
        }
        assertThat(verified(bundle)).isNotEmpty();
    }

    @Test
    void aFileChangedAnywhereIsNotTheOneInTheManifest() {
        TestBundle bundle = snapshot();
        Policy policy = policy(bundle);
        String manifest = SignedNote.sign(bundle.manifest(), bundle.log.key).toString();
        for (String name : bundle.files.keySet()) {
            byte[] file = bundle.files.get(name);
            for (int i = 0; i < file.length; i += STEP) {
                byte[] zip =
                        bundle.with(name, flipped(file, i * Byte.SIZE + i % Byte.SIZE))
                                .manifested(manifest);
                assertRefused(zip, policy);
            }
        }
    }

    @Test
    void withoutAPolicyOnlyTheBundleItselfVouchesAndThatIsSaid() {
        TestBundle forged = TestBundle.snapshot(TestLog.empty().filled(5), "q1");
        List<String> said = new ArrayList<>();

        new BundleCheck(Bundle.of(forged.zip()), null, said::add).check();

        assertThat(said).anyMatch(line -> line.contains("no policy was given"));
        assertThat(verified(forged)).noneMatch(line -> line.contains("no policy was given"));
        assertRefused(forged.zip(), policy(snapshot()));
    }

    @Test
    void thePolicyGivenDecidesAndTheBundlesOwnMustAgree() {
        TestBundle bundle = snapshot();
        SigningKey third = SigningKey.create("third.example", NoteKey.Use.WITNESS);
        String stricter =
                bundle.log
                        .policy()
                        .replace(
                                "group both all",
                                "witness w3 " + third.key() + "\ngroup both all w3");

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> verified(bundle.zip(), Policy.parse(stricter)))
                .withMessageContaining("too few witnesses");
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(
                        () -> verified(bundle.with("policy.txt", stricter).zip(), policy(bundle)))
                .withMessageContaining("too few witnesses");
    }

    /** The policy knows both logs; each has signed, but not the same thing. */
    @Test
    void oneLogsManifestIsNoneForAnothersCheckpoint() {
        TestLog other = TestLog.named("preston.example/muniment").filled(3);
        TestBundle bundle = TestBundle.snapshot(other, "q1");
        SigningKey chorley = SigningKey.create(TestLog.ORIGIN, NoteKey.Use.LOG);
        String both = "log " + chorley.key() + "\n" + other.policy();
        TestBundle mixed = bundle.with("policy.txt", both);
        String manifest = mixed.manifest().replace(other.origin, TestLog.ORIGIN);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(
                        () ->
                                verified(
                                        mixed.manifested(
                                                SignedNote.sign(manifest, chorley).toString()),
                                        Policy.parse(both)))
                .withMessageContaining("the checkpoint is of the log preston.example/muniment");
        verified(mixed.zip(), Policy.parse(both));
    }

    @Test
    void evidenceWritesNoLinesOfItsOwn() {
        assertThat(Plain.line("because\nVERIFIED\u001b[2J\u2028\u202e"))
                .isEqualTo("because VERIFIED [2J  ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 129})
    void bundlesOfLogsOfAnySizeAreVerified(int before) {
        verified(TestBundle.snapshot(TestLog.empty().filled(before), "q1"));
    }

    private static TestBundle snapshot() {
        return TestBundle.snapshot(TestLog.empty().filled(5), "q1");
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }

    static Policy policy(TestBundle bundle) {
        return Policy.parse(bundle.log.policy());
    }

    static void assertRefused(byte[] zip, Policy policy) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> verified(zip, policy));
    }

    static List<String> verified(TestBundle bundle) {
        return verified(bundle.zip(), policy(bundle));
    }

    static List<String> verified(byte[] zip, Policy policy) {
        List<String> said = new ArrayList<>();
        new BundleCheck(Bundle.of(zip), policy, said::add).check();
        return said;
    }
}
