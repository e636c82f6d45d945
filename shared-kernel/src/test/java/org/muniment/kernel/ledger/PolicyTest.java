package org.muniment.kernel.ledger;

import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.SignedNote.Signed;

class PolicyTest {
    private static final Pattern PLACE = Pattern.compile("SAME|OTHER|LOG|W[0-9]");
    private static final String ORIGIN = "muniment.example/log";
    private static final Instant SEEN = Instant.parse("2017-09-14T17:00:00Z");
    private static final SigningKey LOG = SigningKey.create(ORIGIN, NoteKey.Use.LOG);
    private static final SigningKey OTHER = SigningKey.create("other.example", NoteKey.Use.LOG);
    private static final List<SigningKey> WITNESSES =
            IntStream.range(0, 4)
                    .mapToObj(i -> SigningKey.create("w%s.example".formatted(i), witness()))
                    .toList();
    private static final SignedNote CHECKPOINT =
            SignedNote.sign(new Checkpoint(ORIGIN, 0, Hash.ofNothing()).text(), LOG);

    /** Two of X, and one of Y; the line that a negative case adds or changes is its own. */
    private static final String TWO_LEVELS =
            filled(
                    """
                    # who is known
                    log LOG https://muniment.example/
                    \twitness x0 W0   https://w0.example/\t
                    witness x1 W1
                    witness x2 W2

                      # a comment
                    group X 2 x0 x1 x2
                    witness y\u00e9 W3
                    group Y any y\u00e9
                    group both all X Y
                    quorum both
                    """);

    @Test
    void aPolicyIsReadAndWritten() {
        Policy policy = Policy.parse(TWO_LEVELS);

        assertThat(policy.logs())
                .containsExactly(new Policy.Log(LOG.key(), "https://muniment.example/"));
        assertThat(policy.witnesses())
                .extracting(Policy.Witness::name)
                .containsExactly("x0", "x1", "x2", "y\u00e9");
        assertThat(policy.witnesses().get(0))
                .isEqualTo(new Policy.Witness("x0", key(0), "https://w0.example/"));
        assertThat(Policy.parse(policy.toString())).hasToString(policy.toString());
        assertThat(policy.toString())
                .endsWith("group X 2 x0 x1 x2\ngroup Y 1 y\u00e9\ngroup both 2 X Y\nquorum both\n");
    }

    @ParameterizedTest
    @CsvSource({
        "013, true",
        "123, true",
        "0123, true",
        "023, true",
        "012, false",
        "03, false",
        "3, false",
        "'', false"
    })
    void theQuorumIsCounted(String cosigners, boolean enough) {
        Policy policy = Policy.parse(TWO_LEVELS);
        SignedNote note = cosigned(cosigners);

        if (enough) {
            assertThat(policy.verify(note).cosigners())
                    .extracting(Signed::by)
                    .containsExactlyElementsOf(
                            cosigners.chars().mapToObj(it -> key(it - '0')).toList());
        } else {
            assertThatExceptionOfType(BadEvidence.class)
                    .isThrownBy(() -> policy.verify(note))
                    .withMessageContaining("too few witnesses");
        }
    }

    @Test
    void whoSignedAndWhenIsSaid() {
        Policy policy = Policy.parse(filled("log LOG\nwitness w W0\nquorum w\n"));

        Policy.Accepted accepted = policy.verify(cosigned("0"));

        assertThat(accepted.checkpoint()).isEqualTo(new Checkpoint(ORIGIN, 0, Hash.ofNothing()));
        assertThat(accepted.logKeys()).containsExactly(LOG.key());
        assertThat(accepted.cosigners()).containsExactly(new Signed(key(0), SEEN));
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> policy.verify(cosigned("1")));
    }

    @Test
    void oneWitnessSigningTwiceCountsOnce() {
        Policy policy =
                Policy.parse(
                        filled("log LOG\nwitness a W0\nwitness b W1\n")
                                + "group g 2 a b\nquorum g\n");
        SignedNote twice = cosigned("0").signedBy(WITNESSES.get(0), SEEN.plusSeconds(1));

        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> policy.verify(twice));
        assertThat(policy.verify(cosigned("01")).cosigners()).hasSize(2);
    }

    @Test
    void withoutAQuorumTheLogAloneIsEnough() {
        Policy policy = Policy.parse(filled("log LOG\nquorum none\n"));

        assertThat(policy.verify(CHECKPOINT).cosigners()).isEmpty();
    }

    @Test
    void theLogMustSignUnderItsOwnName() {
        Policy both = Policy.parse(filled("log LOG\nlog OTHER\nquorum none\n"));
        SignedNote byOther = SignedNote.sign(CHECKPOINT.text(), OTHER);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> both.verify(byOther))
                .withMessageContaining("no key that the policy lists for the log " + ORIGIN);
        assertThat(both.verify(CHECKPOINT.signedBy(OTHER, SEEN)).logKeys())
                .containsExactly(LOG.key());
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> Policy.parse("quorum none\n").verify(CHECKPOINT));
    }

    @Test
    void aFalseSignatureByAnyKeyListedSpoilsTheCheckpoint() {
        Policy policy = Policy.parse(filled("log LOG\nwitness w W0\nquorum none\n"));
        SignedNote elsewhere = SignedNote.sign("three\n", WITNESSES.get(0));

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> policy.verify(CHECKPOINT.with(elsewhere.signatures().get(0))));
    }

    @Test
    void itsLogsCanBeReplaced() {
        Policy policy = Policy.parse(TWO_LEVELS).withLogs(List.of(OTHER.key()));

        assertThat(policy.logs()).containsExactly(new Policy.Log(OTHER.key(), null));
        assertThat(policy.toString()).endsWith("quorum both\n");
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> policy.withLogs(List.of(LOG.key(), LOG.key())));
    }

    @Test
    void thirtyTwoOfEachAreReadAndNotAnyNumber() {
        assertThatCode(() -> Policy.parse(many(32))).doesNotThrowAnyException();
        assertThatCode(() -> Policy.parse(many(PolicyLines.MOST_OF_EACH)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> Policy.parse(many(PolicyLines.MOST_OF_EACH + 1)))
                .withMessageContaining("no more than 64");
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> Policy.parse("#".repeat(200_001)))
                .withMessageContaining("too long");
    }

    private static String many(int count) {
        StringBuilder policy = new StringBuilder();
        for (int i = 0; i < count; i++) {
            policy.append("log ").append(SigningKey.create("l", NoteKey.Use.LOG).key());
            policy.append("\nwitness w%s ".formatted(i));
            policy.append(SigningKey.create("w", witness()).key());
            policy.append("\ngroup g%s 1 w%s\n".formatted(i, i));
        }
        return policy + "quorum none\n";
    }

    /** Each is broken on its second line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log LOG\nlog LOG\nquorum none\n",
                "log LOG\nlog SAME\nquorum none\n",
                "quorum none\nlog W0\n",
                "quorum none\nlog LOG url more\n",
                "quorum none\nlog\n",
                "quorum none\nlog nonsense\n",
                "witness a W0\nwitness b W0\nquorum none\n",
                "witness a W0\nwitness a W1\nquorum none\n",
                "quorum none\nwitness a LOG\n",
                "quorum none\nwitness none W0\n",
                "quorum none\nwitness a W0 url more\n",
                "quorum none\nwitness W0\n",
                "witness a W0\ngroup a 1 a\nquorum none\n",
                "witness a W0\ngroup none 1 a\nquorum none\n",
                "witness a W0\ngroup g 1 none\nquorum none\n",
                "witness a W0\ngroup g 1 b\nwitness b W1\nquorum g\n",
                "witness a W0\ngroup g 1 g\nquorum g\n",
                "witness a W0\ngroup g 2 a a\nquorum g\n",
                "witness a W0\ngroup g 0 a\nquorum g\n",
                "witness a W0\ngroup g 2 a\nquorum g\n",
                "witness a W0\ngroup g 01 a\nquorum g\n",
                "witness a W0\ngroup g +1 a\nquorum g\n",
                "witness a W0\ngroup g most a\nquorum g\n",
                "witness a W0\ngroup g all\nquorum g\n",
                "witness a W0\nquorum b\n",
                "witness a W0\nquorum A\n",
                "witness a W0\nquorum a b\n",
                "witness a W0\nquorum\n",
                "quorum none\nquorum none\n",
                "quorum none\nQuorum none\n",
                "quorum none\n\u00a0# not a comment\n",
                "quorum none\n# bell \u0007\n",
                "quorum none\n# \u007f\n",
                "quorum none\n\r\n",
                "log LOG\nquorum none",
                "log LOG\n"
            })
    void whatBreaksARuleIsRefusedNamingTheLine(String policy) {
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> Policy.parse(filled(policy)))
                .withMessageStartingWith("line 2 of the policy: ");
    }

    @Test
    void whoeverVerifiesNeedsNoAddresses() {
        Policy policy =
                Policy.parse(
                        "log %s http://10.0.0.1\nwitness one %s http://10.0.0.2\nquorum one\n"
                                .formatted(
                                        SigningKey.create("log.example/a", NoteKey.Use.LOG).key(),
                                        SigningKey.create("witness.example/b", NoteKey.Use.WITNESS)
                                                .key()));

        assertThat(policy.withoutAddresses().toString()).doesNotContain("10.0.0");
        assertThat(policy.withoutAddresses().witnesses())
                .extracting(Policy.Witness::key)
                .isEqualTo(policy.witnesses().stream().map(Policy.Witness::key).toList());
    }

    @Test
    void aMemberOfOneGroupIsNoMemberOfAnother() {
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(
                        () ->
                                Policy.parse(
                                        filled(
                                                "witness a W0\ngroup g 1 a\ngroup h 1 a\nquorum g\n")))
                .withMessage("line 3 of the policy: a is a member of a group before");
    }

    private static SignedNote cosigned(String witnesses) {
        SignedNote note = CHECKPOINT;
        for (char number : witnesses.toCharArray()) {
            note = note.signedBy(WITNESSES.get(number - '0'), SEEN);
        }
        return note;
    }

    /** In one pass: a key's own letters may spell the place of another. */
    private static String filled(String policy) {
        return PLACE.matcher(policy).replaceAll(place -> quoteReplacement(keyAt(place.group())));
    }

    private static String keyAt(String place) {
        NoteKey key =
                switch (place) {
                    case "SAME" ->
                            new NoteKey("renamed.example", NoteKey.Use.LOG, LOG.key().publicKey());
                    case "LOG" -> LOG.key();
                    case "OTHER" -> OTHER.key();
                    default -> key(Integer.parseInt(place.substring(1)));
                };
        return key.toString();
    }

    private static NoteKey key(int witness) {
        return WITNESSES.get(witness).key();
    }

    private static NoteKey.Use witness() {
        return NoteKey.Use.WITNESS;
    }
}
