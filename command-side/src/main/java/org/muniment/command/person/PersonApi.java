package org.muniment.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonCommand.ConfirmErasure;
import org.muniment.kernel.person.PersonCommand.NamePerson;
import org.muniment.kernel.person.PersonCommand.ProposeErasure;
import org.muniment.kernel.person.PersonCommand.RectifyPerson;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonApi {
    private static final String VAULT = "the texts go to the vault first";

    private final Commands commands;
    private final VaultInStep vault;

    PersonApi(Commands commands, VaultInStep vault) {
        this.commands = commands;
        this.vault = vault;
    }

    @PostMapping("/api/people")
    ResponseEntity<Receipt> name(@Valid @RequestBody Naming body, Caller caller) {
        caller.requireEarnest(VAULT);
        Caller quiet = withoutWords(caller);
        PersonRules.requirePseudonymous(body.id, body.name);
        return vault.saying(
                body.id,
                texts(body.name, body.post, body.telephone, body.email),
                said ->
                        commands.create(
                                body.id.value(),
                                new NamePerson(body.id, said, body.partnership),
                                quiet));
    }

    @PostMapping("/api/people/{person}/rectification")
    ResponseEntity<Receipt> rectify(
            @PathVariable SubjectId person, @Valid @RequestBody Rectification body, Caller caller) {
        caller.requireEarnest(VAULT);
        Caller quiet = withoutWords(caller);
        return vault.saying(
                person,
                texts(body.name, body.post, body.telephone, body.email),
                said -> commands.change(person.value(), new RectifyPerson(person, said), quiet));
    }

    @PostMapping("/api/people/{person}/erasure")
    ResponseEntity<Receipt> proposeErasure(
            @PathVariable SubjectId person, @Valid @RequestBody Proposal body, Caller caller) {
        Caller quiet = withoutWords(caller);
        return commands.change(
                person.value(),
                new ProposeErasure(
                        person, body.legalBasis, body.reference, new PersonId(quiet.by())),
                quiet);
    }

    @PostMapping("/api/people/{person}/erasure/confirmation")
    ResponseEntity<Receipt> confirmErasure(
            @PathVariable SubjectId person, @RequestBody Confirmation body, Caller caller) {
        Caller quiet = withoutWords(caller);
        return vault.inStep(
                person,
                () ->
                        commands.change(
                                person.value(),
                                new ConfirmErasure(person, new PersonId(quiet.by())),
                                quiet));
    }

    /** Whatever a sender could write beside the body would stay in the log for ever. */
    private static Caller withoutWords(Caller caller) {
        if (caller.why() != null) {
            throw new Malformed(
                    "Reason",
                    "is not taken here: it can never be erased, and might name the person");
        }
        return caller.withoutWords(UUID.randomUUID().toString());
    }

    private static Map<PersonalField, PersonalText> texts(
            PersonalText name, PersonalText post, PersonalText telephone, PersonalText email) {
        Map<PersonalField, PersonalText> texts = new EnumMap<>(PersonalField.class);
        texts.put(PersonalField.NAME, name);
        texts.put(PersonalField.POST, post);
        texts.put(PersonalField.TELEPHONE, telephone);
        texts.put(PersonalField.EMAIL, email);
        texts.values().removeIf(Objects::isNull);
        return texts;
    }

    /** {@code partnership} is whose papers speak of them; absent where of several. */
    record Naming(
            @NotNull SubjectId id,
            PartnershipId partnership,
            @NotNull PersonalText name,
            PersonalText post,
            PersonalText telephone,
            PersonalText email) {}

    /** Takes the place of everything said before: what is left out is no longer said. */
    record Rectification(
            @NotNull PersonalText name,
            PersonalText post,
            PersonalText telephone,
            PersonalText email) {}

    record Proposal(@NotNull LegalBasis legalBasis, CaseReference reference) {}

    record Confirmation() {}
}
