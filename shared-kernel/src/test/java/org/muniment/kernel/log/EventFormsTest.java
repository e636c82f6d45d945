package org.muniment.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.access.AccessEvent;
import org.muniment.kernel.budget.BudgetLineEvent;
import org.muniment.kernel.deadletter.DeadLetterEvent;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent;
import org.muniment.kernel.meeting.MeetingEvent;
import org.muniment.kernel.partnership.PartnershipEvent;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.kernel.plan.PlanEvent;
import org.muniment.kernel.project.ProjectEvent;
import org.muniment.kernel.refusal.RefusalEvent;
import org.muniment.kernel.request.RequestEvent;
import org.muniment.kernel.selfaudit.SelfAuditEvent;
import org.muniment.kernel.serving.ServingEvent;
import org.muniment.kernel.snapshot.SnapshotEvent;

class EventFormsTest {
    /** What the log of some council already holds: lines are added, never changed or taken out. */
    private static final List<String> APPROVED =
            List.of(
                    "partnership.established/1",
                    "plan.adopted/1",
                    "plan.variation-explained/1",
                    "plan.figure-stated/1",
                    "kpi.defined/1",
                    "kpi.actual-recorded/1",
                    "kpi.not-measured-recorded/1",
                    "kpi.actual-restated/1",
                    "kpi.target-revised/1",
                    "project.added/1",
                    "project.progress-reported/1",
                    "project.rescheduled/1",
                    "project.completed/1",
                    "budget-line.approved/1",
                    "budget-line.adjusted/1",
                    "budget-line.outturn-forecast/1",
                    "meeting.scheduled/1",
                    "meeting.rescheduled/1",
                    "plan.freeze-begun/1",
                    "snapshot.quarter-frozen/1",
                    "snapshot.freeze-confirmed/1",
                    "snapshot.published/1",
                    "snapshot.superseded/1",
                    "self-audit.completed/1",
                    "servings.recorded/1",
                    "ledger.key-rotated/1",
                    "person.named/1",
                    "person.erasure-proposed/1",
                    "person.erased/1",
                    "request.answered/1",
                    "request.import-answered/1",
                    "kpi.actual-signed-off/1",
                    "access.role-granted/1",
                    "access.role-withdrawn/1",
                    "access.deputy-appointed/1",
                    "access.deputy-dismissed/1",
                    "access.secret-issued/1",
                    "access.secret-cancelled/1",
                    "refusals.recorded/1",
                    "dead-letter.retried/1",
                    "dead-letter.evicted/1");

    @Test
    void everyEventIsListedExactlyOnce() {
        assertThat(EventForms.ALL.stream().<Class<?>>map(EventForm::type))
                .containsExactlyInAnyOrderElementsOf(events().toList());
    }

    @Test
    void namesAreUniqueAndMadeOfTwoParts() {
        assertThat(EventForms.ALL)
                .extracting(EventForm::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+"));
    }

    @Test
    void theStoredNamesAreTheApprovedOnes() {
        assertThat(EventForms.ALL.stream().map(form -> form.name() + "/" + form.revision()))
                .containsExactlyElementsOf(APPROVED);
    }

    @Test
    void aFormIsFoundByItsClassAndByItsName() {
        assertThat(EventForms.ALL)
                .allSatisfy(
                        form -> {
                            assertThat(EventForms.of(form.type())).contains(form);
                            assertThat(EventForms.of(form.name(), form.revision())).contains(form);
                        });
    }

    @Test
    void whatIsNotListedIsNotFound() {
        assertThat(EventForms.of(String.class)).isEmpty();
        assertThat(EventForms.of("kpi.defined", "2")).isEmpty();
        assertThat(EventForms.of(KpiDefined.class.getName(), "1")).isEmpty();
    }

    private static Stream<Class<?>> events() {
        return Stream.of(
                        AccessEvent.class,
                        RefusalEvent.class,
                        DeadLetterEvent.class,
                        PartnershipEvent.class,
                        PlanEvent.class,
                        KpiEvent.class,
                        ProjectEvent.class,
                        BudgetLineEvent.class,
                        MeetingEvent.class,
                        SnapshotEvent.class,
                        SelfAuditEvent.class,
                        ServingEvent.class,
                        LedgerKeyEvent.class,
                        PersonEvent.class,
                        RequestEvent.class)
                .flatMap(event -> Stream.of(event.getPermittedSubclasses()));
    }
}
