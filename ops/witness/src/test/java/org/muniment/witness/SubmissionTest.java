package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SignedNote.Signed;
import org.muniment.kernel.ledger.SigningKey;

/** Every answer of tlog-witness, each beside the submission that would have been cosigned. */
class SubmissionTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final TestLog STRANGER = TestLog.of("stranger.example/log");
    private static final Instant NOW = Instant.parse("2017-09-14T17:00:00Z");

    @TempDir private Path data;
    private final TestClock clock = new TestClock();
    private RunningWitness witness;

    @BeforeEach
    void start() {
        witness = RunningWitness.watching(data, clock, LOG);
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void aCheckpointIsCosignedWithItsTime() {
        HttpResponse<String> answer = witness.add(LOG.growth(0, 5));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("\u2014 " + RunningWitness.NAME + " ").endsWith("\n");
        SignedNote cosigned = LOG.checkpoint(5).with(answer.body());
        assertThat(SignedNote.parse(cosigned.toString()).verify(List.of(witness.key())))
                .containsExactly(new Signed(witness.key(), NOW));
        assertThat(witness.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "0, 300",
        "1, 2",
        "1, 300",
        "4, 8",
        "5, 5",
        "5, 6",
        "7, 8",
        "8, 9",
        "255, 256",
        "200, 300",
        "300, 300"
    })
    void whatGrewFromTheLastCheckpointIsCosigned(int from, int to) {
        if (from > 0) {
            assertThat(witness.add(LOG.growth(0, from)).statusCode()).isEqualTo(200);
        }

        assertThat(witness.add(LOG.growth(from, to)).statusCode()).isEqualTo(200);
        assertThat(SignedNote.parse(witness.last(LOG).body()).text())
                .isEqualTo(LOG.checkpoint(to).text());
    }

    @Test
    void anEmptyLogMayGrow() {
        assertThat(witness.add(LOG.growth(0, 0)).statusCode()).isEqualTo(200);
        assertThat(witness.add(LOG.growth(0, 0)).statusCode()).isEqualTo(200);
        assertThat(witness.add(LOG.growth(0, 3)).statusCode()).isEqualTo(200);
    }

    @Test
    void theSameCheckpointMayBeCosignedAgainLater() {
        witness.add(LOG.growth(0, 5));
        clock.set(NOW.plusSeconds(60));

        assertThat(time(witness.add(LOG.growth(5, 5)), 5)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theTimeNeverGoesBackAndIsNeverZero() {
        clock.set(Instant.EPOCH.minusSeconds(1));
        assertThat(time(witness.add(LOG.growth(0, 1)), 1)).isEqualTo(Instant.EPOCH.plusSeconds(1));

        clock.set(NOW);
        assertThat(time(witness.add(LOG.growth(1, 2)), 2)).isEqualTo(NOW);

        clock.set(NOW.minusSeconds(60));
        assertThat(time(witness.add(LOG.growth(2, 3)), 3)).isEqualTo(NOW);
    }

    @Test
    void signaturesByOthersAreReadOverAndNotKept() {
        SigningKey other = SigningKey.create("other.example", NoteKey.Use.WITNESS);
        SigningKey namesake = SigningKey.create(TestLog.ORIGIN, NoteKey.Use.LOG);
        SignedNote note =
                LOG.checkpoint(5)
                        .signedBy(other, NOW)
                        .signedBy(namesake, NOW)
                        .signedBy(LOG.secret(), NOW);

        HttpResponse<String> answer = witness.add(new AddCheckpoint(0, List.of(), note));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(witness.last(LOG).body())
                .isEqualTo(LOG.checkpoint(5).with(answer.body()).toString());
    }

    @Test
    void anotherSizeThanTheLastIsAConflictThatTellsTheLast() {
        assertConflict(witness.add(LOG.growth(3, 5)), "0\n");
        witness.add(LOG.growth(0, 5));

        assertConflict(witness.add(LOG.growth(0, 7)), "5\n");
        assertConflict(witness.add(LOG.growth(4, 7)), "5\n");
        assertConflict(witness.add(LOG.growth(6, 7)), "5\n");
        assertThat(witness.add(LOG.growth(5, 7)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRollbackIsAConflict() {
        witness.add(LOG.growth(0, 5));

        assertConflict(witness.add(LOG.growth(0, 4)), "5\n");
        assertConflict(witness.add(LOG.growth(4, 4)), "5\n");
        assertThat(SignedNote.parse(witness.last(LOG).body()).text())
                .isEqualTo(LOG.checkpoint(5).text());
    }

    private static void assertConflict(HttpResponse<String> answer, String size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(size);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
    }

    @Test
    void anotherHistoryIsRefused() {
        TestLog fork = LOG.fork(4, "other ");
        witness.add(LOG.growth(0, 5));

        assertRefused(422, fork.growth(5, 5));
        assertRefused(422, fork.growth(5, 8));
        assertRefused(422, new AddCheckpoint(5, LOG.proof(5, 8), fork.checkpoint(8)));
        assertCosigned(LOG.growth(5, 8));
    }

    @Test
    void aForkAfterTheLastCheckpointIsTheWitnesssHistoryFromThenOn() {
        TestLog fork = LOG.fork(5, "other ");
        witness.add(LOG.growth(0, 5));

        assertCosigned(fork.growth(5, 8));
        assertRefused(422, LOG.growth(8, 9));
    }

    @Test
    void aProofThatDoesNotHoldIsRefused() {
        witness.add(LOG.growth(0, 5));
        List<Hash> proof = LOG.proof(5, 8);
        List<Hash> reversed = new ArrayList<>(proof);
        Collections.reverse(reversed);
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.ofNothing());

        assertRefused(422, proved(5, List.of(), 8));
        assertRefused(422, proved(5, reversed, 8));
        assertRefused(422, proved(5, longer, 8));
        assertRefused(422, proved(5, proof.subList(1, proof.size()), 8));
        assertRefused(422, proved(5, List.of(Hash.ofNothing()), 5));
        assertCosigned(proved(5, proof, 8));
    }

    @Test
    void nothingIsProvedFromAnEmptyTree() {
        assertRefused(422, proved(0, List.of(LOG.root(1)), 5));
        assertCosigned(proved(0, List.of(), 5));
    }

    private static AddCheckpoint proved(int from, List<Hash> proof, int to) {
        return new AddCheckpoint(from, proof, LOG.checkpoint(to));
    }

    @Test
    void anEmptyTreeHasOneRoot() {
        SignedNote wrong =
                SignedNote.sign(
                        new Checkpoint(TestLog.ORIGIN, 0, LOG.root(1)).text(), LOG.secret());

        assertRefused(422, new AddCheckpoint(0, List.of(), wrong));
        assertCosigned(LOG.growth(0, 0));
    }

    @Test
    void anOldSizeBeyondTheCheckpointIsMalformed() {
        witness.add(LOG.growth(0, 5));

        assertRefused(400, new AddCheckpoint(5, List.of(), LOG.checkpoint(4)));
        assertCosigned(LOG.growth(5, 5));
    }

    @Test
    void aLogThatIsNotWatchedIsUnknown() {
        assertRefused(404, STRANGER.growth(0, 5));
        assertThat(witness.last(STRANGER).statusCode()).isEqualTo(404);
        assertCosigned(LOG.growth(0, 5));
    }

    @Test
    void aCheckpointNobodyTrustedSignedIsForbidden() {
        TestLog imposter = LOG.withNewKey();
        SignedNote unsigned =
                SignedNote.sign(LOG.checkpoint(5).text(), STRANGER.secret())
                        .signedBy(imposter.secret(), NOW);

        assertRefused(403, new AddCheckpoint(0, List.of(), unsigned));
        assertRefused(403, imposter.growth(0, 5));
        assertCosigned(LOG.growth(0, 5));
    }

    @Test
    void aTrustedSignatureThatDoesNotHoldIsForbiddenBesideOneThatDoes() {
        String ofAnother = LOG.checkpoint(6).signatures().get(0);
        SignedNote forged = new SignedNote(LOG.checkpoint(5).text(), List.of(ofAnother));

        assertRefused(403, new AddCheckpoint(0, List.of(), forged));
        assertRefused(403, new AddCheckpoint(0, List.of(), LOG.checkpoint(5).with(ofAnother)));
        assertCosigned(LOG.growth(0, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0",
                "old 0\n\n",
                "old 00\n\n%s",
                "old -1\n\n%s",
                "new 0\n\n%s",
                "old 0\n%s",
                "old 0\nAAAA\n\n%s",
                "\nold 0\n\n%s",
                "old 0\r\n\r\n%s",
                "old 0\n\n%s\n",
                "old 0\n\n%sx",
                "old 0\n\n\ufffd%s"
            })
    void whatIsNoSubmissionIsMalformed(String form) {
        String checkpoint = LOG.checkpoint(5).toString();

        HttpResponse<String> answer = witness.add(form.formatted(checkpoint));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(witness.complaints()).hasSize(1).first().asString().contains("refused 400");
        assertThat(witness.add("old 0\n\n" + checkpoint).statusCode()).isEqualTo(200);
    }

    @Test
    void whateverIsSentIsAnsweredAndNothingButTheTrueSubmissionIsCosigned() {
        witness.add(LOG.growth(0, 5));
        String body = LOG.growth(5, 8).toString();
        Random random = new Random(14);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(body.length());
            char other = (char) (' ' + random.nextInt(95));
            String changed = body.substring(0, at) + other + body.substring(at + 1);
            if (!changed.equals(body)) {
                assertThat(witness.add(changed).statusCode())
                        .as(changed)
                        .isIn(400, 403, 404, 409, 422);
            }
        }
        assertThat(witness.add(body).statusCode()).isEqualTo(200);
    }

    @Test
    void whereTheDiskFailsNothingIsCosigned() throws IOException {
        witness.add(LOG.growth(0, 5));
        Path inTheWay = blockWriting();

        HttpResponse<String> answer = witness.add(LOG.growth(5, 8));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("\u2014");
        assertThat(witness.complaints()).last().asString().contains("the disk failed");
        assertThat(SignedNote.parse(witness.last(LOG).body()).text())
                .isEqualTo(LOG.checkpoint(5).text());
        Files.delete(inTheWay);
        assertCosigned(LOG.growth(5, 8));
    }

    /** A file inside what should become the file: nobody can write there, not even root. */
    private Path blockWriting() throws IOException {
        Path fresh =
                witness.stateOf(LOG).resolveSibling(witness.stateOf(LOG).getFileName() + ".new");
        return Files.createFile(Files.createDirectory(fresh).resolve("in-the-way"));
    }

    @Test
    void whatWasCosignedIsInTheFileBeforeItIsAnswered() throws IOException {
        for (int size = 1; size < 30; size++) {
            String cosignature = witness.add(LOG.growth(size - 1, size)).body();
            assertThat(Files.readString(witness.stateOf(LOG)))
                    .isEqualTo(LOG.checkpoint(size).with(cosignature).toString());
        }
    }

    @Test
    void everyRefusalIsLoggedWithItsReason() {
        witness.add(STRANGER.growth(0, 5));
        witness.add(LOG.withNewKey().growth(0, 5));
        witness.add(LOG.growth(1, 5));
        witness.add(proved(0, List.of(LOG.root(1)), 5));

        assertThat(witness.complaints())
                .allMatch(line -> line.startsWith(NOW + " refused "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("404 stranger.example/log 5: "),
                        line -> assertThat(line).contains("403 " + TestLog.ORIGIN + " 5: "),
                        line -> assertThat(line).contains("409 ", "the old size is 0, not 1"),
                        line -> assertThat(line).contains("422 ", "is not proved"));
    }

    private void assertRefused(int status, AddCheckpoint submitted) {
        HttpResponse<String> answer = witness.add(submitted);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("\u2014");
    }

    private void assertCosigned(AddCheckpoint submitted) {
        assertThat(witness.add(submitted).statusCode()).isEqualTo(200);
    }

    private Instant time(HttpResponse<String> answer, int size) {
        return LOG.checkpoint(size).with(answer.body()).verify(List.of(witness.key())).get(0).at();
    }
}
