package org.muniment.command.kpi;

import static org.muniment.command.partnership.ChorleySouthRibble.ACCOUNTANCY;
import static org.muniment.command.partnership.ChorleySouthRibble.FINANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.plan.BusinessPlan.YEAR;

import java.time.YearMonth;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.command.snapshot.ClosedMonths;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** Statutory grant claims and returns on time: 100 % wanted, 20 of 24 achieved by July 2017. */
final class GrantClaims {
    static final KpiId ID = new KpiId("grant-claims");
    static final YearMonth JULY = YearMonth.of(2017, 7);
    static final Narrative COMMENT = new Narrative("24 returns: 10 early, 10 on time, 4 late");
    static final Narrative ACTION = new Narrative("Deadlines are kept in one calendar");
    static final KpiDefinition DEFINITION = definition(Polarity.HIGHER_IS_BETTER, null, "100");

    private GrantClaims() {}

    static KpiDefinition definition(Polarity polarity, String band, String target) {
        return new KpiDefinition(
                FINANCE,
                ACCOUNTANCY,
                new Title("Statutory Grant Claims and Returns on time"),
                null,
                new Lead("JT/JB/MJ"),
                Unit.PERCENT,
                polarity,
                band == null ? null : Figure.of(band),
                false,
                Figure.of("96.55"),
                target == null ? null : annual(target),
                Cadence.QUARTERLY,
                Profile.NONE);
    }

    static AnnualTarget annual(String target) {
        return new AnnualTarget(Figure.of(target), null, null);
    }

    static Measurement plain(String actual) {
        return new Measurement(Figure.of(actual), null, null);
    }

    static Measurement twentyOf24(String actual) {
        return new Measurement(Figure.of(actual), Figure.of("20"), Figure.of("24"));
    }

    static DefineKpi define() {
        return new DefineKpi(ID, BusinessPlan.ID, DEFINITION);
    }

    static KpiDefined defined() {
        return defined(DEFINITION);
    }

    static KpiDefined defined(KpiDefinition definition) {
        return new KpiDefined(ID, BusinessPlan.ID, YEAR, TERMS.rule(), definition);
    }

    static RecordKpiActual record(Measurement measurement, Narrative comment, Narrative action) {
        return new RecordKpiActual(ID, JULY, measurement, comment, action);
    }

    /** Judged against the 100 per cent of the definition. */
    static KpiActualRecorded recorded(
            Measurement measurement, Status status, Narrative comment, Narrative action) {
        return recordedAgainst("100", measurement, status, comment, action);
    }

    static KpiActualRecorded recordedAgainst(
            String target,
            Measurement measurement,
            Status status,
            Narrative comment,
            Narrative action) {
        return new KpiActualRecorded(
                ID,
                BusinessPlan.ID,
                JULY,
                measurement,
                Figure.of(target),
                new Judgement(status, "tolerance-5"),
                comment,
                action);
    }

    static FixtureConfiguration<Kpi> fixture() {
        return fixture(BusinessPlan.ADOPTED);
    }

    /** July and everything before it is frozen in this snapshot. */
    static FixtureConfiguration<Kpi> fixtureFrozenIn(SnapshotId snapshot) {
        return fixture(
                BusinessPlan.ADOPTED,
                (plan, month) -> month.isAfter(JULY) ? Optional.empty() : Optional.of(snapshot));
    }

    private static FixtureConfiguration<Kpi> fixture(AdoptedPlans plans, ClosedMonths closed) {
        return new AggregateTestFixture<>(Kpi.class)
                .registerInjectableResource(plans)
                .registerInjectableResource(closed);
    }

    static FixtureConfiguration<Kpi> fixture(AdoptedPlans plans) {
        return fixture(plans, (plan, month) -> Optional.empty());
    }
}
