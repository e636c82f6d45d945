package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.snapshot.FirstQuarter.CONFIRMER;
import static org.muniment.command.snapshot.FirstQuarter.CUT_OFF;
import static org.muniment.command.snapshot.FirstQuarter.FREEZER;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.PACK;
import static org.muniment.command.snapshot.FirstQuarter.REASON;
import static org.muniment.command.snapshot.FirstQuarter.begun;
import static org.muniment.command.snapshot.FirstQuarter.confirmed;
import static org.muniment.command.snapshot.FirstQuarter.frozen;
import static org.muniment.command.snapshot.FirstQuarter.superseded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.meeting.SeptemberMeeting;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.command.snapshot.DraftPacks.Draft;
import org.muniment.command.snapshot.SnapshotApi.Confirmation;
import org.muniment.command.snapshot.SnapshotApi.FindingReason;
import org.muniment.command.snapshot.SnapshotApi.Freeze;
import org.muniment.command.snapshot.SnapshotApi.Publication;
import org.muniment.command.snapshot.SnapshotApi.Supersession;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Refused;

class SnapshotApiTest {
    private static final Instant HALF_PAST_MIDNIGHT = Instant.parse("2017-08-13T23:30:00Z");
    private static final FindingName IDLE = new FindingName("stale-owner");
    private static final FindingName COVERING = new FindingName("missing-actual:grant-claims");
    private static final List<Finding> OPEN =
            List.of(FindingKind.MISSING_ACTION.found("no action", List.of("grant-claims")));

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(),
                    BusinessPlan.module(),
                    SeptemberMeeting.module(),
                    new SnapshotModule());
    private List<Object> before;

    @BeforeEach
    void adoptPlan() {
        side.send(
                ChorleySouthRibble.establish(), BusinessPlan.adopt(), SeptemberMeeting.schedule());
        before = side.events();
    }

    @Test
    void everyRequestBecomesItsCommand() {
        SnapshotApi api = finding(List.of(), List.of());

        api.freeze(BusinessPlan.ID, first(null, null), as(FREEZER));
        api.confirm(ID, new Confirmation(), seeing(1, as(CONFIRMER)));
        api.publish(ID, new Publication(SeptemberMeeting.ID), seeing(2, as(CONFIRMER)));
        api.freeze(BusinessPlan.ID, new Freeze(NEXT, Quarter.Q1, CUT_OFF, null, ID), as(FREEZER));
        api.confirm(NEXT, new Confirmation(), seeing(1, as(CONFIRMER)));
        api.supersede(ID, new Supersession(NEXT, REASON), seeing(3, as(CONFIRMER)));

        assertThat(news())
                .containsExactly(
                        begun(ID),
                        frozen(),
                        confirmed(ID),
                        new SnapshotPublished(
                                ID, BusinessPlan.ID, SeptemberMeeting.ID, PACK.sha256()),
                        begun(NEXT),
                        frozen(NEXT, ID),
                        confirmed(NEXT),
                        superseded(ID, NEXT));
    }

    @Test
    void whoFrozeIsWhoeverSentTheFreeze() {
        SnapshotApi api = finding(List.of(), List.of());
        Receipt receipt = api.freeze(BusinessPlan.ID, first(null, null), as(FREEZER)).getBody();

        assertThat(receipt).isEqualTo(new Receipt(ID.value(), 1, before.size() + 2L));
        assertThatThrownBy(() -> api.confirm(ID, new Confirmation(), seeing(1, as(FREEZER))))
                .is(refusal("own-freeze"));
    }

    @Test
    void theReasonsOfAnOverrideAreFrozenWithThePack() {
        finding(List.of(), List.of())
                .freeze(
                        BusinessPlan.ID,
                        first(null, List.of(new FindingReason(COVERING, REASON))),
                        as(FREEZER));

        assertThat(news()).endsWith(frozenWith(new FindingOverride(COVERING, REASON)));
    }

    @Test
    void whatTheDraftFindsOpenIsToldToTheSender() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () ->
                                finding(OPEN, List.of())
                                        .freeze(BusinessPlan.ID, first(null, null), as(FREEZER)))
                .is(refusal("findings-open"))
                .returns(Map.of("findings", OPEN), Refused::details);
        assertThat(news()).isEmpty();
    }

    @Test
    void whatTheDraftFindsIdleIsRefused() {
        assertThatThrownBy(
                        () ->
                                finding(List.of(), List.of(IDLE))
                                        .freeze(BusinessPlan.ID, first(null, null), as(FREEZER)))
                .is(refusal("nothing-to-override", "overrides"));
        assertThat(news()).isEmpty();
    }

    @Test
    void todayIsTheDayInLondon() {
        SnapshotApi api = finding(List.of(), List.of());
        LocalDate today = LocalDate.of(2017, 8, 14);

        assertThatThrownBy(
                        () ->
                                api.freeze(
                                        BusinessPlan.ID,
                                        first(today.plusDays(1), null),
                                        as(FREEZER)))
                .is(refusal("quarter-not-over", "asAt"));
        api.freeze(BusinessPlan.ID, first(today, null), as(FREEZER));

        assertThat(news()).hasSize(2);
    }

    private SnapshotApi finding(List<Finding> open, List<FindingName> idle) {
        DraftPacks drafts =
                (plan, quarter, asAt, overrides) ->
                        new Draft(
                                pack(quarter, asAt == null ? CUT_OFF : asAt, overrides),
                                open,
                                idle);
        return new SnapshotApi(
                side.commands(), drafts, Clock.fixed(HALF_PAST_MIDNIGHT, ZoneOffset.UTC));
    }

    private static FrozenPack pack(
            Quarter quarter, LocalDate asAt, List<FindingOverride> overrides) {
        return new FrozenPack(
                quarter,
                asAt,
                PACK.position(),
                PACK.rules(),
                PACK.template(),
                overrides,
                PACK.content(),
                PACK.sha256());
    }

    private static Object frozenWith(FindingOverride override) {
        return new QuarterFrozen(
                ID, BusinessPlan.ID, pack(Quarter.Q1, CUT_OFF, List.of(override)), null, FREEZER);
    }

    private static Freeze first(LocalDate asAt, List<FindingReason> overrides) {
        return new Freeze(ID, Quarter.Q1, asAt, overrides, null);
    }

    private static Caller as(PersonId person) {
        return new Caller(person.value(), "officer", null, "request-1", null);
    }

    private List<Object> news() {
        return side.events().subList(before.size(), side.events().size());
    }
}
