package org.muniment.ops.access;

import java.util.UUID;
import org.muniment.command.access.Secret;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.access.AccessCommand.GrantRole;
import org.muniment.kernel.access.AccessCommand.IssueSecret;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.log.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Makes somebody an administrator of everything where there is none: everybody else is given their
 * roles by an administrator. Where nobody outside says who people are, a secret is printed, this
 * once; to an administrator who has lost theirs it gives another.
 */
@Component
@ConditionalOnProperty(FirstAdministrator.PROPERTY)
public final class FirstAdministrator implements ApplicationRunner {
    public static final String PROPERTY = "muniment.first-administrator";
    private static final Narrative REASON = new Narrative("The first administrator.");

    private final Commands commands;
    private final Registry registry;
    private final AccessId person;
    private final boolean ours;

    FirstAdministrator(
            Commands commands,
            Registry registry,
            @Value("${" + PROPERTY + "}") String person,
            @Value("${muniment.oidc-issuer}") String provider) {
        this.commands = commands;
        this.registry = registry;
        this.person = named(person);
        this.ours = provider.isBlank();
    }

    private static AccessId named(String person) {
        try {
            return new AccessId(new PersonId(person));
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart(
                    "nobody can be called so: the id " + unusable.getMessage(),
                    "choose an id that says nothing about the person, such as u-1");
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Caller ourselves = Caller.ourselves(REASON.value());
        if (!isAdministrator(registry.now().accessOf(person.person()))) {
            requireNone();
            appoint(ourselves);
        }
        System.out.println(person.person() + " is the administrator of this installation.");
        if (ours) {
            Secret secret = Secret.random();
            commands.create(
                    person.person().value(), new IssueSecret(person, secret.digest()), ourselves);
            System.out.println("Their secret, which is shown only now: " + secret.value());
        }
    }

    private void appoint(Caller ourselves) {
        GrantId id = new GrantId("administrator-" + UUID.randomUUID());
        commands.create(
                id.value(),
                new GrantRole(
                        person,
                        new Grant(id, Role.ADMIN, Reach.EVERYWHERE, null),
                        ourselves.actors(),
                        REASON),
                ourselves);
    }

    private boolean isAdministrator(PersonAccess access) {
        return access.inForceOn(registry.today()).stream()
                .anyMatch(
                        grant ->
                                grant.role() == Role.ADMIN
                                        && grant.reach().covers(Place.INSTALLATION));
    }

    private void requireNone() {
        if (registry.now().everybody().stream().anyMatch(this::isAdministrator)) {
            throw new CannotStart(
                    "there is an administrator already",
                    "ask them: GET /api/access says who they are");
        }
    }
}
