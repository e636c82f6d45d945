package org.muniment.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.Commitment;
import org.muniment.kernel.person.CommitmentKey;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.MilestoneId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Title;
import org.muniment.kernel.words.Version;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

class StoredValuesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("values")
    void aValueTravelsInItsPlainForm(Object value, String json) {
        assertThat(JSON.writeValueAsString(value)).isEqualTo(json);
        assertThat((Object) JSON.readValue(json, value.getClass())).isEqualTo(value);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Figure.of("33.30"), "\"33.30\""),
                Arguments.of(Figure.of("-999999999999999.999999"), "\"-999999999999999.999999\""),
                Arguments.of(new Derivation("0.110 x 1.15"), "\"0.110 x 1.15\""),
                Arguments.of(FinancialYear.of("2017/18"), "\"2017/18\""),
                Arguments.of(MonthOrDay.of("2017-06"), "\"2017-06\""),
                Arguments.of(MonthOrDay.of("2017-06-30"), "\"2017-06-30\""),
                Arguments.of(MoneyUnit.MILLION_POUNDS, "\"£m\""),
                Arguments.of(MoneyUnit.POUND, "\"£\""),
                Arguments.of(new KpiId("grant-claims"), "\"grant-claims\""),
                Arguments.of(new PlanId("bip-2017"), "\"bip-2017\""),
                Arguments.of(new ProjectId("closure"), "\"closure\""),
                Arguments.of(new MilestoneId("draft"), "\"draft\""),
                Arguments.of(new BudgetLineId("salaries"), "\"salaries\""),
                Arguments.of(new PartnershipId("fass"), "\"fass\""),
                Arguments.of(new MeetingId("2017-09-14"), "\"2017-09-14\""),
                Arguments.of(new SnapshotId("q1"), "\"q1\""),
                Arguments.of(new SelfAuditId("2017-10-01"), "\"2017-10-01\""),
                Arguments.of(new ServingsId("batch-1"), "\"batch-1\""),
                Arguments.of(new DeadLetterId(412), "412"),
                Arguments.of(new PersonId("officer"), "\"officer\""),
                Arguments.of(new SubjectId("p-0042"), "\"p-0042\""),
                Arguments.of(PersonalField.NAME, "\"name\""),
                Arguments.of(new PersonalText("Zo\u00EB"), "\"Zo\u00EB\""),
                Arguments.of(
                        new Commitment("0123456789abcdef".repeat(4)),
                        "\"" + "0123456789abcdef".repeat(4) + "\""),
                Arguments.of(
                        CommitmentKey.of(new byte[CommitmentKey.LENGTH]),
                        "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\""),
                Arguments.of(LegalBasis.OBJECTION, "\"OBJECTION\""),
                Arguments.of(new CaseReference("DP-2026-0042"), "\"DP-2026-0042\""),
                Arguments.of(new Version("house-1"), "\"house-1\""),
                Arguments.of(
                        Sha256.of("abc"),
                        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""),
                Arguments.of(MeetingTime.of("2022-06"), "\"2022-06\""),
                Arguments.of(MeetingTime.of("2022-06-14"), "\"2022-06-14\""),
                Arguments.of(MeetingTime.of("2017-09-14T18:00"), "\"2017-09-14T18:00+01:00\""),
                Arguments.of(MeetingTime.of("2017-12-14T18:00"), "\"2017-12-14T18:00Z\""),
                Arguments.of(
                        new FindingName("missing-actual:grant-claims"),
                        "\"missing-actual:grant-claims\""),
                Arguments.of(new PackContent("{\"a\":1}"), "\"{\\\"a\\\":1}\""),
                Arguments.of(new FigureName("kpis.SFS.red"), "\"kpis.SFS.red\""),
                Arguments.of(new Code("CBC"), "\"CBC\""),
                Arguments.of(new Lead("JT/JB"), "\"JT/JB\""),
                Arguments.of(new Title("caf\u00E9"), "\"caf\u00E9\""),
                Arguments.of(new Narrative("one\ntwo"), "\"one\\ntwo\""),
                Arguments.of(Profile.NONE, "[]"),
                Arguments.of(
                        new Profile(
                                List.of(
                                        new ProfiledTarget(
                                                YearMonth.of(2017, 7), Figure.of("30")))),
                        "[{\"month\":\"2017-07\",\"target\":\"30\"}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33.3",
                "33.30",
                "cafe\u0301",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\"quoted\" \\ </script>"
            })
    void wordsSurviveTheRoundTripExactly(String words) {
        Title title = new Title(words);

        assertThat(JSON.readValue(JSON.writeValueAsString(title), Title.class)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e5\"", "\"NaN\"", "\"1,000\"", "\"\"", "1e400", "true", "{}", "[]"})
    void junkIsNotReadAsAFigure(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JSON.readValue(json, Figure.class));
    }

    @Test
    void aMalformedValueIsRefusedWithItsOwnReason() {
        assertThatExceptionOfType(ValueInstantiationException.class)
                .isThrownBy(
                        () ->
                                JSON.readValue(
                                        "{\"value\":\"0.126\",\"derivation\":\"0.110 x 1.15\"}",
                                        AnnualTarget.class))
                .withCauseInstanceOf(Malformed.class)
                .withMessageContaining("0.110 x 1.15 is 0.127, not 0.126");
    }
}
