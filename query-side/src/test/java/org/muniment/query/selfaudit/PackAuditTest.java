package org.muniment.query.selfaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.fold;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.logged;
import static org.muniment.query.picture.PlanExamples.restated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Version;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.TestLog;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.PackMaker;
import org.muniment.query.pack.PackMaker.Terms;

/** A log that gives what it gave agrees; each way of tampering with it shows. */
class PackAuditTest {
    private static final List<PlanRecord> BEFORE =
            List.of(adopted(), kpi("k", SAS), actual("k", JULY, "83.33"));
    private static final QuarterFrozen FROZEN = frozen("q1", BEFORE.size(), Pack.RULES);

    @Test
    void aLogThatWasLeftAloneGivesEveryPackAgain() {
        List<AuditedSnapshot> audited =
                audit(log(FROZEN, restated("k", JULY, "83.33", "90"), frozenAgain()));

        assertThat(audited).extracting(it -> it.snapshot().value()).containsExactly("q1", "q2");
        assertThat(audited).allMatch(AuditedSnapshot::agrees);
    }

    @Test
    void whatWasRecordedAfterThePackWasTakenDoesNotMatter() {
        List<PlanRecord> raced = new ArrayList<>(BEFORE);
        raced.add(actual("k", JULY, "100"));
        raced.add(FROZEN);

        assertThat(audit(raced)).allMatch(AuditedSnapshot::agrees);
    }

    @Test
    void aFigureChangedInTheLogShows() {
        List<PlanRecord> forged = new ArrayList<>(log(FROZEN));
        forged.set(2, actual("k", JULY, "100"));

        AuditedSnapshot audited = audit(forged).get(0);

        assertThat(audited.agrees()).isFalse();
        assertThat(audited.stored()).isEqualTo(audited.frozen());
        assertThat(audited.rebuilt()).isNotEqualTo(audited.frozen());
    }

    @Test
    void aPackChangedInTheLogShows() {
        FrozenPack pack = FROZEN.pack();
        PackContent forged = new PackContent(pack.content().json().replace("83.33", "93.33"));

        AuditedSnapshot audited = audit(log(with(pack, forged, Pack.RULES))).get(0);

        assertThat(audited.agrees()).isFalse();
        assertThat(audited.rebuilt()).isEqualTo(audited.frozen());
        assertThat(audited.stored()).isNotEqualTo(audited.frozen());
    }

    @Test
    void aPackOfRulesNobodyKnowsAnyMoreIsNotSaidToAgree() {
        AuditedSnapshot audited =
                audit(log(frozen("q1", BEFORE.size(), new Version("pack-99")))).get(0);

        assertThat(audited.rebuilt()).isNull();
        assertThat(audited.agrees()).isFalse();
    }

    @Test
    void onlyPacksUpToThePositionAreLookedAt() {
        assertThat(new PackAudit(scan(log(FROZEN))).audit(BEFORE.size())).isEmpty();
    }

    private static List<AuditedSnapshot> audit(List<PlanRecord> log) {
        return new PackAudit(scan(log)).audit(log.size());
    }

    private static List<PlanRecord> log(PlanRecord... after) {
        List<PlanRecord> log = new ArrayList<>(BEFORE);
        log.addAll(List.of(after));
        return log;
    }

    private static QuarterFrozen frozenAgain() {
        List<PlanRecord> known = log(FROZEN, restated("k", JULY, "83.33", "90"));
        return frozen("q2", known, Pack.RULES);
    }

    private static QuarterFrozen frozen(String id, int position, Version rules) {
        return frozen(id, BEFORE.subList(0, position), rules);
    }

    private static QuarterFrozen frozen(String id, List<PlanRecord> known, Version rules) {
        Terms terms = new Terms(rules, Quarter.Q1, CUT_OFF, List.of());
        PackContent content = CanonicalJson.of(PackMaker.make(fold(known), known.size(), terms));
        FrozenPack pack =
                new FrozenPack(
                        Quarter.Q1,
                        CUT_OFF,
                        known.size(),
                        rules,
                        new Version("house-1"),
                        List.of(),
                        content,
                        content.sha256());
        return new QuarterFrozen(new SnapshotId(id), PLAN, pack, null, new PersonId("secretariat"));
    }

    private static QuarterFrozen with(FrozenPack pack, PackContent content, Version rules) {
        FrozenPack changed =
                new FrozenPack(
                        pack.quarter(),
                        pack.asAt(),
                        pack.position(),
                        rules,
                        pack.template(),
                        pack.overrides(),
                        content,
                        pack.sha256());
        return new QuarterFrozen(
                new SnapshotId("q1"), PLAN, changed, null, new PersonId("secretariat"));
    }

    private static LogScan scan(List<PlanRecord> log) {
        return new TestLog(
                IntStream.rangeClosed(1, log.size())
                        .mapToObj(at -> recorded(at, log.get(at - 1)))
                        .toList());
    }

    private static Recorded recorded(long at, PlanRecord event) {
        return new Recorded(
                at, logged(at, event).recordedAt(), event, EventJson.write(event), "{}");
    }
}
