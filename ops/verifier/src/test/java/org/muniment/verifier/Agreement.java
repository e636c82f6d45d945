package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.Policy;

/**
 * A program that writes good and forged bundles for two verifiers to agree on: each good one and
 * its forgeries beside the policy they are to be judged by. It judges them itself as it goes.
 */
final class Agreement {
    private static final int GOOD = 200;
    private static final int FORGED_EACH = 7;

    private static final List<Forgery> NEXT = List.of(Forgery.values());

    /** A policy's last lines that break a rule each. */
    private static final List<String> BROKEN =
            List.of(
                    "quorum none\n",
                    "quorum both",
                    "group more 1 w1\n",
                    "group more 0 both\n",
                    "group more 2 both\n",
                    "group more 01 both\n",
                    "group more any none\n",
                    "group none any both\n",
                    "group w1 any both\n",
                    "group more any later\n",
                    "log nonsense+00000000+AAAA\n",
                    "witness again WITNESS\n",
                    "log WITNESS\n",
                    "log LOG\n",
                    "Quorum both\n",
                    "# bell \u0007\n",
                    "\r\n");

    private final Random random = new Random(20170914);
    private final List<String> disagreements = new ArrayList<>();
    private final Path directory;
    private int written;
    private int drawn;

    private Agreement(Path directory) {
        this.directory = directory;
    }

    /** Wants an empty directory. */
    public static void main(String[] arguments) throws IOException {
        Agreement agreement = new Agreement(Path.of(arguments[0]));
        for (int i = 0; i < GOOD; i++) {
            agreement.write(i);
        }
        agreement.disagreements.forEach(System.err::println);
        System.out.println(agreement.written + " bundles judged by the Java verifier");
        System.exit(agreement.disagreements.isEmpty() ? 0 : 1);
    }

    private void write(int number) throws IOException {
        Path place = Files.createDirectory(directory.resolve(String.valueOf(number)));
        TestBundle bundle = bundle(number % 3);
        Files.writeString(place.resolve("policy.txt"), bundle.log.policy());
        Policy policy = Policy.parse(bundle.log.policy());
        judge(place.resolve("good.zip"), bundle.zip(), policy, true);
        for (int i = 0; i < FORGED_EACH; i++) {
            judge(place.resolve("forged-%s.zip".formatted(i)), forged(bundle, i), policy, false);
        }
    }

    private TestBundle bundle(int kind) {
        TestLog log = TestLog.empty().filled(1 + random.nextInt(40));
        return switch (kind) {
            case 0 -> TestBundle.snapshot(log, "q1");
            case 1 -> TestBundle.person(log, "p-17");
            default -> TestBundle.erased(log, "p-18");
        };
    }

    private byte[] forged(TestBundle bundle, int way) {
        return switch (way) {
            case 0, 1 -> flipped(bundle.zip());
            case 2 -> cutOff(bundle.zip());
            case 3 -> listedAgain(bundle);
            case 4 -> repacked(bundle);
            case 5 -> brokenPolicy(bundle);
            default -> structural(bundle);
        };
    }

    private byte[] structural(TestBundle bundle) {
        if (bundle.about.startsWith("snapshot")) {
            return NEXT.get(drawn++ % NEXT.size()).of(bundle);
        }
        long position = bundle.positions().get(0);
        return switch (random.nextInt(5)) {
            case 4 -> withoutEvents(bundle).zip();
            case 0 -> bundle.with("openings.json", "[]").zip();
            case 1 -> bundle.about("person p-99").zip();
            case 2 -> bundle.without(TestBundle.event(position), TestBundle.proof(position)).zip();
            default -> bundle.with("openings.json", TestBundle.openings("p-17", "Nobody")).zip();
        };
    }

    private byte[] brokenPolicy(TestBundle bundle) {
        String broken =
                BROKEN.get(random.nextInt(BROKEN.size()))
                        .replace("WITNESS", bundle.log.witnesses.get(0).key().toString())
                        .replace("LOG", bundle.log.key.key().toString());
        return bundle.with("policy.txt", bundle.log.policy() + broken).zip();
    }

    private static TestBundle withoutEvents(TestBundle bundle) {
        TestBundle none = bundle.without("openings.json");
        for (long position : bundle.positions()) {
            none = none.without(TestBundle.event(position), TestBundle.proof(position));
        }
        return none;
    }

    /** A file of the evidence changed by one bit, and the manifest signed again by the log. */
    private byte[] listedAgain(TestBundle bundle) {
        List<String> proved =
                bundle.files.keySet().stream()
                        .filter(name -> name.matches(".*\\.(json|tlog-proof)|checkpoint"))
                        .toList();
        String name = proved.get(random.nextInt(proved.size()));
        return bundle.with(name, flipped(bundle.files.get(name))).zip();
    }

    /** A file changed by one bit, in a zip that is made well, under the manifest as it was. */
    private byte[] repacked(TestBundle bundle) {
        var files = EvidenceZip.read(bundle.zip());
        List<String> names = List.copyOf(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        files.put(name, flipped(files.get(name)));
        return EvidenceZip.of(files);
    }

    private byte[] cutOff(byte[] zip) {
        return Arrays.copyOf(zip, random.nextInt(zip.length));
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return changed;
    }

    private void judge(Path file, byte[] zip, Policy policy, boolean good) throws IOException {
        Files.write(file, zip);
        written++;
        String reason = null;
        try {
            new BundleCheck(Bundle.of(zip), policy, line -> {}).check();
        } catch (BadEvidence refused) {
            reason = refused.getMessage();
        }
        if (good != (reason == null)) {
            disagreements.add("%s: %s".formatted(file, good ? reason : "a forgery was accepted"));
        }
    }
}
