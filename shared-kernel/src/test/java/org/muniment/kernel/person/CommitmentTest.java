package org.muniment.kernel.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentTest {
    private static final SubjectId PERSON = new SubjectId("p-0042");

    @Test
    void aCommitmentIsTheSameForEver() {
        byte[] key = new byte[CommitmentKey.LENGTH];
        for (byte i = 0; i < key.length; i++) {
            key[i] = i;
        }

        assertThat(
                        Commitment.of(
                                CommitmentKey.of(key),
                                PERSON,
                                PersonalField.NAME,
                                new PersonalText("Zo\u00EB O\u2019Brien")))
                .hasToString("1cbceb7f5e1904bd3bc6bb0430b7c2d60669f7798e2043f42521eaac4455595b");
    }

    @Property(tries = 200)
    void anotherTextIsAnotherCommitment(
            @ForAll("keys") CommitmentKey key,
            @ForAll PersonalField field,
            @ForAll("texts") PersonalText text,
            @ForAll("texts") PersonalText other) {
        Assume.that(!text.equals(other));

        assertThat(Commitment.of(key, PERSON, field, text))
                .isEqualTo(Commitment.of(key, PERSON, field, text))
                .isNotEqualTo(Commitment.of(key, PERSON, field, other));
    }

    @Property(tries = 200)
    void anotherFieldPersonOrKeyIsAnotherCommitment(
            @ForAll("keys") CommitmentKey key,
            @ForAll("keys") CommitmentKey otherKey,
            @ForAll PersonalField field,
            @ForAll PersonalField otherField,
            @ForAll("people") SubjectId person,
            @ForAll("people") SubjectId otherPerson,
            @ForAll("texts") PersonalText text) {
        Assume.that(!key.equals(otherKey));
        Assume.that(field != otherField);
        Assume.that(!person.equals(otherPerson));

        assertThat(Commitment.of(key, person, field, text))
                .isNotEqualTo(Commitment.of(otherKey, person, field, text))
                .isNotEqualTo(Commitment.of(key, person, otherField, text))
                .isNotEqualTo(Commitment.of(key, otherPerson, field, text));
    }

    @Property(tries = 200)
    void lettersThatMoveFromThePersonToTheTextAreAnotherCommitment(
            @ForAll("keys") CommitmentKey key,
            @ForAll("people") SubjectId person,
            @ForAll PersonalField field,
            @ForAll("people") SubjectId moved) {
        SubjectId longer = new SubjectId(person.value() + field.stored());

        assertThat(Commitment.of(key, person, field, text(field.stored() + moved.value())))
                .isNotEqualTo(Commitment.of(key, longer, field, text(moved.value())));
    }

    @Test
    void anOpeningOpensWhatItWasMadeOf() {
        CommitmentKey key = CommitmentKey.of(new byte[CommitmentKey.LENGTH]);
        Opening opening = new Opening(PersonalField.POST, key, text("Head of Service"));

        assertThat(opening.commitment(PERSON))
                .isEqualTo(
                        new FieldCommitment(
                                PersonalField.POST,
                                Commitment.of(
                                        key, PERSON, PersonalField.POST, text("Head of Service"))));
    }

    @Test
    void neitherTextNorKeyEverShowsItself() {
        CommitmentKey key = CommitmentKey.of(new byte[CommitmentKey.LENGTH]);

        assertThat(new Opening(PersonalField.NAME, key, text("Jane Doe")).toString())
                .contains("NAME")
                .doesNotContain("Jane", "Doe", key.base64());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "not base64!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void aKeyIsNoMoreAndNoLessThan32Bytes(String base64) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommitmentKey(base64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DP-17", "SAR-2026-0042", "FOI/2024/113", "A-1"})
    void aCaseNumberIsAReference(String reference) {
        assertThat(new CaseReference(reference)).hasToString(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "JANE", "Jane-1", "SMITH-1", "DP-1-2-3-4", "DP 17", "DP-17 Doe", "17"})
    void whatCouldHoldANameIsNoReference(String reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseReference(reference))
                .withMessageStartingWith("must be a case number");
    }

    @Test
    void aPersonalTextIsOneLineAndHasAnEnd() {
        String longest = "x".repeat(PersonalText.LIMIT);

        assertThat(new PersonalText(longest).value()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> text(longest + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> text("one\ntwo"));
        assertThatIllegalArgumentException().isThrownBy(() -> text(" "));
    }

    @Provide
    Arbitrary<CommitmentKey> keys() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(CommitmentKey.LENGTH)
                .map(CommitmentKey::of);
    }

    @Provide
    Arbitrary<SubjectId> people() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(SubjectId::new);
    }

    @Provide
    Arbitrary<PersonalText> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('\u00EB', '\u6587', ' ')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .map(PersonalText::new);
    }

    private static PersonalText text(String text) {
        return new PersonalText(text);
    }
}
