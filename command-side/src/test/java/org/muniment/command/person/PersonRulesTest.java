package org.muniment.command.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Malformed;

class PersonRulesTest {
    @ParameterizedTest
    @CsvSource({
        "jane-roe, Jane Roe",
        "cllr-roe, Councillor J. ROE",
        "zoe-1, Zo\u00EB O\u2019Brien",
        "p-brien, Zo\u00EB O\u2019Brien",
        "roe7, Roe"
    })
    void anIdMadeOfTheNameIsRefusedWithoutRepeatingIt(String id, String name) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                PersonRules.requirePseudonymous(
                                        new SubjectId(id), new PersonalText(name)))
                .returns("id", Malformed::field)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(name));
    }

    @ParameterizedTest
    @CsvSource({"p-0042, Jane Roe", "officer-3, Jo Li", "rowan, Jane Roe", "p-jo, Jo Li"})
    void anIdThatTellsNothingIsTaken(String id, String name) {
        assertThatCode(
                        () ->
                                PersonRules.requirePseudonymous(
                                        new SubjectId(id), new PersonalText(name)))
                .doesNotThrowAnyException();
    }
}
