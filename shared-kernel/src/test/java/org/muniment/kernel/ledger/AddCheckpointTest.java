package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {
    private static final String ORIGIN = "muniment.example/log";
    private static final int MOST = 63;
    private static final long LARGEST = 999_999_999_999_999_999L;
    private static final SigningKey LOG = SigningKey.create(ORIGIN, NoteKey.Use.LOG);
    private static final Hash HASH = Hash.ofNothing();
    private static final SignedNote CHECKPOINT = note(new Checkpoint(ORIGIN, 9, HASH).text());
    private static final String REST = "\n" + CHECKPOINT;
    private static final List<String> MALFORMED_CHECKPOINTS =
            List.of(
                    "",
                    ORIGIN + "\n9\n" + HASH.base64() + "\n",
                    note(ORIGIN + "\n09\n" + HASH.base64() + "\n").toString(),
                    note(ORIGIN + "\n9\nAAAA\n").toString(),
                    note("\n" + ORIGIN + "\n9\n" + HASH.base64() + "\n").toString(),
                    note(ORIGIN + "\n9\n" + HASH.base64() + "\n\nmore\n").toString(),
                    CHECKPOINT.toString().stripTrailing(),
                    CHECKPOINT + "\n",
                    CHECKPOINT.toString().replace("=\n", "= \n"),
                    CHECKPOINT.toString().replace("\n", "\r\n"));

    /** The example of tlog-witness, word for word. */
    private static final String PUBLISHED =
            """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    @Test
    void thePublishedExampleIsRead() {
        AddCheckpoint read = AddCheckpoint.parse(PUBLISHED);

        assertThat(read.oldSize()).isEqualTo(20_852_014);
        assertThat(read.proof()).hasSize(4);
        assertThat(read.claimed().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(read.claimed().size()).isEqualTo(20_852_163);
        assertThat(read.checkpoint().signatures()).hasSize(2);
        assertThat(read).hasToString(PUBLISHED);
    }

    @Property
    void aSubmissionIsReadAsItWasWritten(@ForAll("submissions") AddCheckpoint submission) {
        assertThat(AddCheckpoint.parse(submission.toString())).isEqualTo(submission);
    }

    @Property
    void whatIsReadHasNoOtherSpelling(
            @ForAll("submissions") AddCheckpoint submission,
            @ForAll("places") int place,
            @ForAll char other) {
        String body = submission.toString();
        int at = place % body.length();
        String changed = body.substring(0, at) + other + body.substring(at + 1);

        try {
            assertThat(AddCheckpoint.parse(changed)).hasToString(changed);
        } catch (BadEvidence refused) {
            assertThat(changed).isNotEqualTo(body);
        }
    }

    @Provide
    Arbitrary<AddCheckpoint> submissions() {
        Arbitrary<Long> sizes = Arbitraries.longs().between(0, LARGEST);
        Arbitrary<Hash> hashes =
                Arbitraries.bytes().array(byte[].class).ofSize(Hash.LENGTH).map(Hash::of);
        return Combinators.combine(sizes, hashes.list().ofMaxSize(MOST), sizes, hashes)
                .as(
                        (old, proof, size, root) ->
                                new AddCheckpoint(
                                        old,
                                        proof,
                                        note(new Checkpoint(ORIGIN, size, root).text())));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().greaterOrEqual(0);
    }

    @Test
    void thereIsAnEndToAProof() {
        List<Hash> most = Collections.nCopies(MOST, HASH);
        List<Hash> more = Collections.nCopies(MOST + 1, HASH);
        String body = "old 1\n" + (HASH.base64() + "\n").repeat(MOST + 1) + REST;

        assertThat(AddCheckpoint.parse(new AddCheckpoint(1, most, CHECKPOINT).toString()).proof())
                .isEqualTo(most);
        assertBad(() -> new AddCheckpoint(1, more, CHECKPOINT));
        assertBad(() -> AddCheckpoint.parse(body));
    }

    @Test
    void noneIsMadeThatCouldNotBeRead() {
        assertBad(() -> new AddCheckpoint(-1, List.of(), CHECKPOINT));
        assertBad(() -> new AddCheckpoint(0, List.of(), note("no checkpoint\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "old\n",
                "old \n",
                "old 01\n",
                "old 00\n",
                "old -1\n",
                "old +1\n",
                "old 1.0\n",
                "old 1 \n",
                " old 1\n",
                "old  1\n",
                "Old 1\n",
                "old 1\r\n",
                "old \u0661\n",
                "old 1000000000000000000\n",
                "old 1",
                "old 1\nAAAA\n",
                "old 1\nnot-base64!\n",
                "old 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "old 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "old 1\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "old 1\n 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "old 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n",
                "old 1\n\n"
            })
    void whatDoesNotBeginAsASubmissionIsNotTakenForOne(String beginning) {
        assertThat(AddCheckpoint.parse("old 1\n" + REST)).isNotNull();
        assertBad(() -> AddCheckpoint.parse(beginning + REST));
        assertBad(() -> AddCheckpoint.parse(beginning));
    }

    @ParameterizedTest
    @FieldSource("MALFORMED_CHECKPOINTS")
    void aSubmissionEndsWithACheckpoint(String checkpoint) {
        assertBad(() -> AddCheckpoint.parse("old 0\n\n" + checkpoint));
    }

    private static SignedNote note(String text) {
        return SignedNote.sign(text, LOG);
    }

    private static void assertBad(ThrowingCallable submission) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(submission);
    }
}
