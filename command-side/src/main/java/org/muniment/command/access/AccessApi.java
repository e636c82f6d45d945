package org.muniment.command.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.access.AccessCommand.AppointDeputy;
import org.muniment.kernel.access.AccessCommand.CancelSecret;
import org.muniment.kernel.access.AccessCommand.DismissDeputy;
import org.muniment.kernel.access.AccessCommand.GrantRole;
import org.muniment.kernel.access.AccessCommand.IssueSecret;
import org.muniment.kernel.access.AccessCommand.WithdrawRole;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessApi {
    private final Commands commands;

    AccessApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/access/{person}/grants")
    ResponseEntity<Receipt> grant(
            @PathVariable PersonId person, @Valid @RequestBody NewGrant body, Caller caller) {
        return commands.create(
                body.id.value(),
                new GrantRole(new AccessId(person), body.grant(), caller.actors(), body.reason),
                caller);
    }

    @PostMapping("/api/access/{person}/grants/{grant}/withdrawal")
    ResponseEntity<Receipt> withdraw(
            @PathVariable PersonId person,
            @PathVariable GrantId grant,
            @Valid @RequestBody Because body,
            Caller caller) {
        return commands.change(
                person.value(), new WithdrawRole(new AccessId(person), grant, body.reason), caller);
    }

    @PostMapping("/api/access/{person}/deputies")
    ResponseEntity<Receipt> appoint(
            @PathVariable PersonId person, @Valid @RequestBody NewDeputy body, Caller caller) {
        return commands.create(
                body.id.value(),
                new AppointDeputy(
                        new AccessId(person),
                        new AccessId(body.id),
                        body.until,
                        caller.actors(),
                        body.reason),
                caller);
    }

    @PostMapping("/api/access/{person}/deputies/{deputy}/dismissal")
    ResponseEntity<Receipt> dismiss(
            @PathVariable PersonId person,
            @PathVariable PersonId deputy,
            @Valid @RequestBody Because body,
            Caller caller) {
        return commands.change(
                person.value(),
                new DismissDeputy(new AccessId(person), new AccessId(deputy), body.reason),
                caller);
    }

    /** Told this once and kept nowhere: whoever loses it asks for another. */
    @PostMapping("/api/access/{person}/secret")
    ResponseEntity<IssuedSecret> issueSecret(@PathVariable PersonId person, Caller caller) {
        caller.requireEarnest("a secret is issued or it is not");
        Secret secret = Secret.random();
        ResponseEntity<Receipt> receipt =
                commands.create(
                        person.value(),
                        new IssueSecret(new AccessId(person), secret.digest()),
                        caller.once());
        return ResponseEntity.status(receipt.getStatusCode())
                .headers(receipt.getHeaders())
                .body(IssuedSecret.of(receipt.getBody(), secret));
    }

    @PostMapping("/api/access/{person}/secret/cancellation")
    ResponseEntity<Receipt> cancelSecret(
            @PathVariable PersonId person, @Valid @RequestBody Because body, Caller caller) {
        return commands.change(
                person.value(), new CancelSecret(new AccessId(person), body.reason), caller);
    }

    /**
     * @param partnership absent for every partnership
     * @param councils absent for all; an empty list would be none
     * @param services absent for all; an empty list would be none
     * @param until the last day; absent where it has no end
     */
    record NewGrant(
            @NotNull GrantId id,
            @NotNull Role role,
            PartnershipId partnership,
            @Size(min = 1, max = 100) List<@NotNull Code> councils,
            @Size(min = 1, max = 100) List<@NotNull Code> services,
            LocalDate until,
            @NotNull Narrative reason) {
        Grant grant() {
            return new Grant(id, role, new Reach(partnership, councils, services), until);
        }
    }

    record NewDeputy(@NotNull PersonId id, @NotNull LocalDate until, @NotNull Narrative reason) {}

    record Because(@NotNull Narrative reason) {}

    record IssuedSecret(String id, long version, long position, String secret) {
        static IssuedSecret of(Receipt receipt, Secret secret) {
            return new IssuedSecret(
                    receipt.id(), receipt.version(), receipt.position(), secret.value());
        }
    }
}
