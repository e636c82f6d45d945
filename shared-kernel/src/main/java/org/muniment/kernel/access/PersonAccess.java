package org.muniment.kernel.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.kernel.access.AccessEvent.DeputyAppointed;
import org.muniment.kernel.access.AccessEvent.DeputyDismissed;
import org.muniment.kernel.access.AccessEvent.RoleGranted;
import org.muniment.kernel.access.AccessEvent.RoleWithdrawn;
import org.muniment.kernel.access.AccessEvent.SecretCancelled;
import org.muniment.kernel.access.AccessEvent.SecretIssued;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/**
 * What one person may do, and who may do it for them.
 *
 * @param everHeld how far each grant reaches that they hold or have held; its id is used up
 * @param deputies each with the last day, in London, on which they act
 * @param secret the digest of what they sign in with here; null where they cannot
 * @param version how many events this is made of
 */
public record PersonAccess(
        PersonId person,
        Map<GrantId, Grant> grants,
        Map<GrantId, Reach> everHeld,
        Map<PersonId, LocalDate> deputies,
        Sha256 secret,
        long version) {
    public static PersonAccess none(PersonId person) {
        return new PersonAccess(person, Map.of(), Map.of(), Map.of(), null, 0);
    }

    /** In the order in which they were given. */
    public List<Grant> inForceOn(LocalDate day) {
        return grants.values().stream().filter(grant -> grant.isInForceOn(day)).toList();
    }

    public boolean isDeputyOn(LocalDate day, PersonId deputy) {
        return Optional.ofNullable(deputies.get(deputy))
                .filter(until -> !day.isAfter(until))
                .isPresent();
    }

    public PersonAccess after(AccessEvent event) {
        if (event instanceof RoleGranted granted) {
            return with(plus(grants, granted.grant().id(), granted.grant()), deputies, secret);
        }
        if (event instanceof RoleWithdrawn withdrawn) {
            return with(minus(grants, withdrawn.grant()), deputies, secret);
        }
        if (event instanceof DeputyAppointed appointed) {
            return with(grants, plus(deputies, appointed.deputy(), appointed.until()), secret);
        }
        if (event instanceof DeputyDismissed dismissed) {
            return with(grants, minus(deputies, dismissed.deputy()), secret);
        }
        if (event instanceof SecretIssued issued) {
            return with(grants, deputies, issued.digest());
        }
        if (event instanceof SecretCancelled) {
            return with(grants, deputies, null);
        }
        throw new IllegalArgumentException("an unknown change of access: " + event);
    }

    private PersonAccess with(
            Map<GrantId, Grant> newGrants, Map<PersonId, LocalDate> newDeputies, Sha256 newSecret) {
        Map<GrantId, Reach> held = new LinkedHashMap<>(everHeld);
        newGrants.forEach((id, grant) -> held.put(id, grant.reach()));
        return new PersonAccess(person, newGrants, held, newDeputies, newSecret, version + 1);
    }

    private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <K, V> Map<K, V> minus(Map<K, V> map, K key) {
        Map<K, V> less = new LinkedHashMap<>(map);
        less.remove(key);
        return less;
    }
}
