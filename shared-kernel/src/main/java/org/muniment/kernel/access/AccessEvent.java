package org.muniment.kernel.access;

import java.time.LocalDate;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/** What has changed in what a person may do. */
public sealed interface AccessEvent {
    PersonId person();

    record RoleGranted(PersonId person, Grant grant, Narrative reason) implements AccessEvent {}

    record RoleWithdrawn(PersonId person, GrantId grant, Narrative reason) implements AccessEvent {}

    /** Until the end of that day, in London. */
    record DeputyAppointed(PersonId person, PersonId deputy, LocalDate until, Narrative reason)
            implements AccessEvent {}

    record DeputyDismissed(PersonId person, PersonId deputy, Narrative reason)
            implements AccessEvent {}

    /**
     * Replaces the secret before it.
     *
     * @param digest of 192 random bits, which nobody can guess from it
     */
    record SecretIssued(PersonId person, Sha256 digest) implements AccessEvent {}

    record SecretCancelled(PersonId person, Narrative reason) implements AccessEvent {}
}
