package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.MerkleTree;

/** The commands as they are typed. */
class CommandTest {
    @TempDir Path directory;

    private final TestLog log = TestLog.empty().filled(20);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aPolicy() throws IOException {
        write("policy.txt", log.policy());
    }

    @Test
    void aBundleIsVerified() throws IOException {
        Files.write(directory.resolve("b.zip"), TestBundle.snapshot(log, "q1").zip());

        assertThat(verify("b.zip", "--policy", "policy.txt")).isZero();
        assertThat(said()).endsWith("\nVERIFIED\n");
        assertThat(verify("b.zip")).isZero();
        assertThat(said()).contains("CONSISTENT IN ITSELF").doesNotContain("VERIFIED");
    }

    @Test
    void aForgedBundleIsNotVerifiedAndTheReasonGoesToTheErrors() throws IOException {
        Files.write(
                directory.resolve("b.zip"),
                Forgery.CONTENT_CHANGED.of(TestBundle.snapshot(log, "q1")));

        assertThat(verify("b.zip", "--policy", "policy.txt")).isEqualTo(1);
        assertThat(said()).doesNotContain("VERIFIED");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("NOT VERIFIED: content.json is not the content that was frozen");
    }

    @Test
    void whatIsNotUsedRightlyIsToldApart() throws IOException {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("missing.zip", "--policy", "policy.txt")).isEqualTo(2);
        assertThat(verify("policy.txt", "--polity", "policy.txt")).isEqualTo(2);
        assertThat(verify("event")).isEqualTo(2);
        assertThat(verify("policy.txt", "--policy", "policy.txt")).isEqualTo(1);
        assertThat(verify("--help")).isZero();
    }

    @Test
    void aFileLargerThanAnyBundleIsNotRead() throws IOException {
        try (var file =
                Files.newByteChannel(
                        directory.resolve("b.zip"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            file.position(Input.MOST_BYTES);
            file.write(ByteBuffer.allocate(1));
        }

        assertThat(verify("b.zip", "--policy", "policy.txt")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has more than 33554432 bytes");
    }

    @Test
    void anEventIsVerified() throws IOException {
        write("e.json", TestBundle.json(log.events.get(6)));
        write("other.json", TestBundle.json(log.events.get(7)));
        write("e.tlog-proof", log.proof(7, log.note()).toString());

        assertThat(verify("event", "e.json", "e.tlog-proof", "--policy", "policy.txt")).isZero();
        assertThat(said()).contains("VERIFIED: event 7, of type kpi.actual-recorded");
        assertThat(verify("event", "other.json", "e.tlog-proof", "--policy", "policy.txt"))
                .isEqualTo(1);
        write("policy.txt", TestLog.empty().policy());
        assertThat(verify("event", "e.json", "e.tlog-proof", "--policy", "policy.txt"))
                .isEqualTo(1);
    }

    @Test
    void consistencyIsVerified() throws IOException {
        write("from", log.note().toString());
        Hash fromRoot = log.tree().root();
        log.filled(13);
        write("to", log.note().toString());
        MerkleTree later = log.tree();
        write("proof.json", proof(20, 33, fromRoot, later.root(), later.consistency(20)));
        assertThat(consistency()).isZero();
        assertThat(said())
                .contains("VERIFIED: the log of 20 events is the beginning of that of 33.");

        write("proof.json", proof(19, 33, fromRoot, later.root(), later.consistency(20)));
        assertThat(consistency()).isEqualTo(1);
        write("proof.json", proof(20, 33, later.root(), later.root(), later.consistency(20)));
        assertThat(consistency()).isEqualTo(1);
        write("proof.json", proof(20, 33, fromRoot, later.root(), later.consistency(19)));
        assertThat(consistency()).isEqualTo(1);
        write(
                "proof.json",
                "{\"from\":20,\"to\":33,\"fromRoot\":\"%s\",\"toRoot\":\"%s\",\"proof\":[1]}"
                        .formatted(fromRoot, later.root()));
        assertThat(consistency()).isEqualTo(1);
        write("proof.json", proof(20, 33, fromRoot, later.root(), later.consistency(20)));
        write("from", TestLog.empty().filled(20).note().toString());
        assertThat(consistency()).isEqualTo(1);
    }

    private int consistency() {
        return verify(
                "consistency",
                "--from",
                "from",
                "--to",
                "to",
                "--proof",
                "proof.json",
                "--policy",
                "policy.txt");
    }

    private static String proof(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> proof) {
        return "{\"from\":%s,\"to\":%s,\"fromRoot\":\"%s\",\"toRoot\":\"%s\",\"proof\":[%s]}"
                .formatted(
                        from,
                        to,
                        fromRoot,
                        toRoot,
                        proof.stream()
                                .map(hash -> "\"" + hash + "\"")
                                .collect(Collectors.joining(",")));
    }

    @Test
    void aLogIsVerifiedWithAPolicyOrAKeyOrNeither() throws IOException {
        log.writeTo(directory);
        write("cosigned", log.note().toString());
        String key = log.key.key().toString();

        assertThat(
                        verify(
                                "log",
                                "muniment.db",
                                "--checkpoint",
                                "cosigned",
                                "--policy",
                                "policy.txt"))
                .isZero();
        assertThat(said()).contains("VERIFIED: the log's first 20 events", "preston.example/w2");
        assertThat(verify("log", "muniment.db", "--checkpoint", "ledger/checkpoint", "--key", key))
                .isZero();
        assertThat(verify("log", "muniment.db", "--checkpoint", "ledger/checkpoint")).isZero();
        assertThat(said())
                .contains("who signed the checkpoint is not verified")
                .doesNotContain("VERIFIED:");
        assertThat(
                        verify(
                                "log",
                                "muniment.db",
                                "--checkpoint",
                                "ledger/checkpoint",
                                "--policy",
                                "policy.txt"))
                .isEqualTo(1);
        assertThat(verify("log", "absent.db", "--checkpoint", "cosigned")).isEqualTo(2);
        TestTables.tamper(
                directory.resolve("muniment.db"),
                "UPDATE events SET type = 'x' WHERE position = 3");
        assertThat(
                        verify(
                                "log",
                                "muniment.db",
                                "--checkpoint",
                                "cosigned",
                                "--key",
                                key,
                                "--hashes",
                                "ledger/hashes"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("event 3 was changed after it was sealed");
    }

    /** Names of files stand for those in the directory. */
    private int verify(String... arguments) {
        out.reset();
        err.reset();
        for (int i = 0; i < arguments.length; i++) {
            boolean file =
                    Files.exists(directory.resolve(arguments[i]))
                            || arguments[i].matches("(missing|absent)\\..*");
            arguments[i] = file ? directory.resolve(arguments[i]).toString() : arguments[i];
        }
        return Main.commandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
