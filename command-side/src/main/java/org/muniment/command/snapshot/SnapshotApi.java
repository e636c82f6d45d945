package org.muniment.command.snapshot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.snapshot.DraftPacks.Draft;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.SnapshotCommand.ConfirmFreeze;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotCommand.PublishSnapshot;
import org.muniment.kernel.snapshot.SnapshotCommand.SupersedeSnapshot;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.London;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SnapshotApi {
    private final Commands commands;
    private final DraftPacks packs;
    private final Clock clock;

    SnapshotApi(Commands commands, DraftPacks packs, Clock clock) {
        this.commands = commands;
        this.packs = packs;
        this.clock = clock;
    }

    /** The pack is taken first; what is recorded while it is being frozen is late. */
    @PostMapping("/api/plans/{plan}/snapshots")
    ResponseEntity<Receipt> freeze(
            @PathVariable PlanId plan, @Valid @RequestBody Freeze body, Caller caller) {
        Draft draft = packs.draft(plan, body.quarter, body.asAt, body.overriding());
        return commands.create(
                body.id.value(),
                new FreezeQuarter(
                        body.id,
                        plan,
                        draft.pack(),
                        draft.open(),
                        draft.idle(),
                        body.supersedes,
                        London.dayOf(clock.instant()),
                        new PersonId(caller.by())),
                caller);
    }

    @PostMapping("/api/snapshots/{snapshot}/confirmation")
    ResponseEntity<Receipt> confirm(
            @PathVariable SnapshotId snapshot, @RequestBody Confirmation body, Caller caller) {
        return commands.change(
                snapshot.value(), new ConfirmFreeze(snapshot, new PersonId(caller.by())), caller);
    }

    @PostMapping("/api/snapshots/{snapshot}/publication")
    ResponseEntity<Receipt> publish(
            @PathVariable SnapshotId snapshot,
            @Valid @RequestBody Publication body,
            Caller caller) {
        return commands.change(
                snapshot.value(), new PublishSnapshot(snapshot, body.meeting), caller);
    }

    @PostMapping("/api/snapshots/{snapshot}/supersession")
    ResponseEntity<Receipt> supersede(
            @PathVariable SnapshotId snapshot,
            @Valid @RequestBody Supersession body,
            Caller caller) {
        return commands.change(
                snapshot.value(), new SupersedeSnapshot(snapshot, body.by, body.reason), caller);
    }

    /**
     * @param asAt the quarter's end where it is not given
     * @param supersedes the snapshot in force, where this one is to replace it
     */
    record Freeze(
            @NotNull SnapshotId id,
            @NotNull Quarter quarter,
            LocalDate asAt,
            @Size(max = 1000) List<@NotNull @Valid FindingReason> overrides,
            SnapshotId supersedes) {
        Freeze {
            List<FindingName> names =
                    overrides == null
                            ? List.of()
                            : overrides.stream()
                                    .filter(it -> it != null && it.finding != null)
                                    .map(FindingReason::finding)
                                    .toList();
            if (Set.copyOf(names).size() < names.size()) {
                throw new Malformed("overrides", "must not name a finding twice");
            }
        }

        List<FindingOverride> overriding() {
            return overrides == null
                    ? List.of()
                    : overrides.stream()
                            .map(it -> new FindingOverride(it.finding, it.reason))
                            .toList();
        }
    }

    record FindingReason(@NotNull FindingName finding, @NotNull Narrative reason) {}

    record Confirmation() {}

    record Publication(@NotNull MeetingId meeting) {}

    record Supersession(@NotNull SnapshotId by, @NotNull Narrative reason) {}
}
