package org.muniment.kernel.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.access.AccessEvent.DeputyAppointed;
import org.muniment.kernel.access.AccessEvent.DeputyDismissed;
import org.muniment.kernel.access.AccessEvent.RoleGranted;
import org.muniment.kernel.access.AccessEvent.RoleWithdrawn;
import org.muniment.kernel.access.AccessEvent.SecretCancelled;
import org.muniment.kernel.access.AccessEvent.SecretIssued;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterRetried;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.Commitment;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.refusal.RefusalEvent.RefusalsRecorded;
import org.muniment.kernel.refusal.RefusalsId;
import org.muniment.kernel.request.ImportedRow;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.request.RequestEvent.RequestAnswered;
import org.muniment.kernel.request.RequestId;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.selfaudit.SelfAuditEvent.SelfAuditCompleted;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;
import org.muniment.kernel.words.Version;

/** The first quarter on its way to the committee, with an example of every event on it. */
final class CommitteeEvents {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("fass");
    private static final PlanId PLAN = new PlanId("bip-2017");
    private static final MeetingId MEETING = new MeetingId("2017-09-14");
    private static final SnapshotId SNAPSHOT = new SnapshotId("q1");
    private static final SnapshotId NEXT = new SnapshotId("q1-again");
    private static final SubjectId SUBJECT = new SubjectId("p-0042");
    private static final PersonId OFFICER = new PersonId("officer");
    private static final Narrative BECAUSE = new Narrative("The committee asked for it.");
    private static final PackContent CONTENT = new PackContent("{\"unit\":\"\u00A3m\"}");

    private CommitteeEvents() {}

    static Stream<Object> all() {
        return Stream.of(
                new MeetingScheduled(
                        MEETING,
                        PARTNERSHIP,
                        MeetingTime.of("2017-09"),
                        null,
                        List.of(new Title("Quarterly performance report"))),
                new MeetingRescheduled(
                        MEETING,
                        PARTNERSHIP,
                        MeetingTime.of("2017-09-14T18:00"),
                        new Title("Town Hall, Chorley"),
                        new Narrative("The room is free then")),
                new FreezeBegun(PLAN, Quarter.Q1, SNAPSHOT),
                frozen(),
                new FreezeConfirmed(SNAPSHOT, PLAN, new PersonId("secretariat")),
                new SnapshotPublished(SNAPSHOT, PLAN, MEETING, CONTENT.sha256()),
                new SnapshotSuperseded(SNAPSHOT, PLAN, NEXT, new Narrative("Counted twice")),
                new SelfAuditCompleted(
                        new SelfAuditId("2017-10-01"),
                        64,
                        List.of(
                                new AuditedSnapshot(
                                        SNAPSHOT, CONTENT.sha256(), CONTENT.sha256(), null))),
                new ServingsRecorded(
                        new ServingsId("2017-09-14-1"),
                        List.of(serving(SNAPSHOT, ServedForm.PDF), serving(null, ServedForm.HTML))),
                new LedgerKeyRotated(
                        new LedgerOrigin("localhost/muniment"),
                        key(),
                        key(),
                        new Narrative("The yearly change of keys.")),
                new PersonNamed(
                        SUBJECT,
                        List.of(
                                new FieldCommitment(
                                        PersonalField.NAME,
                                        new Commitment(CONTENT.sha256().value()))),
                        PARTNERSHIP),
                new ErasureProposed(SUBJECT, LegalBasis.OBJECTION, null, OFFICER),
                new PersonErased(
                        SUBJECT,
                        List.of(PersonalField.NAME),
                        LegalBasis.OBJECTION,
                        new CaseReference("DP-17"),
                        OFFICER),
                new RequestAnswered(
                        RequestId.of(OFFICER, "key"), CONTENT.sha256(), SNAPSHOT.toString(), 3),
                new ImportAnswered(
                        RequestId.of(OFFICER, "file"),
                        CONTENT.sha256(),
                        1,
                        List.of(
                                new ImportedRow(true, Status.GREEN, Status.RED),
                                new ImportedRow(false, null, null))),
                new RoleGranted(
                        OFFICER,
                        new Grant(
                                new GrantId("audit"),
                                Role.OFFICER,
                                new Reach(
                                        PARTNERSHIP,
                                        List.of(new Code("CBC")),
                                        List.of(new Code("SAS"))),
                                LocalDate.of(2018, 3, 31)),
                        BECAUSE),
                new RoleWithdrawn(OFFICER, new GrantId("audit"), BECAUSE),
                new DeputyAppointed(
                        OFFICER, new PersonId("deputy"), LocalDate.of(2017, 9, 1), BECAUSE),
                new DeputyDismissed(OFFICER, new PersonId("deputy"), BECAUSE),
                new SecretIssued(OFFICER, CONTENT.sha256()),
                new SecretCancelled(OFFICER, BECAUSE),
                new RefusalsRecorded(
                        new RefusalsId("refusals-1"),
                        List.of(
                                new Refusal(
                                        OFFICER,
                                        null,
                                        "POST /api/kpis/{kpi}/actuals",
                                        "kpi:grant-claims",
                                        PARTNERSHIP,
                                        409,
                                        "month-closed",
                                        Instant.parse("2017-09-14T17:00:00Z"),
                                        Instant.parse("2017-09-14T17:00:00.250Z"),
                                        2))),
                new DeadLetterRetried(new DeadLetterId(412)),
                new DeadLetterEvicted(new DeadLetterId(412), BECAUSE));
    }

    private static NoteKey key() {
        return SigningKey.create("localhost/muniment", NoteKey.Use.LOG).key();
    }

    static QuarterFrozen frozen() {
        FrozenPack pack =
                new FrozenPack(
                        Quarter.Q1,
                        LocalDate.of(2017, 7, 31),
                        63,
                        new Version("house-1"),
                        new Version("pack-1"),
                        List.of(
                                new FindingOverride(
                                        new FindingName("completed-before-start:closure"),
                                        new Narrative("As the paper printed it"))),
                        CONTENT,
                        CONTENT.sha256());
        return new QuarterFrozen(SNAPSHOT, PLAN, pack, null, OFFICER);
    }

    private static Serving serving(SnapshotId snapshot, ServedForm form) {
        return new Serving(
                PLAN,
                snapshot,
                form,
                63,
                CONTENT.sha256(),
                new PersonId("member"),
                Instant.parse("2017-09-14T17:00:00Z"),
                Instant.parse("2017-09-14T17:30:00.125Z"),
                3);
    }
}
