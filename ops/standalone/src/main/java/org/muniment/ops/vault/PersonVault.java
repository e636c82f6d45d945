package org.muniment.ops.vault;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.command.person.Vault;
import org.muniment.command.person.VaultUnavailable;
import org.muniment.kernel.person.CommitmentKey;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Refused;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.safe.MasterKey;
import org.muniment.ops.safe.Safe;
import org.muniment.ops.safe.SafeUnavailable;
import org.muniment.query.journal.EventJson;
import org.muniment.query.people.CannotBeOpened;
import org.muniment.query.people.HeldOpenings;
import tools.jackson.core.JacksonException;

/**
 * One secret for each person: the openings of the commitments in force and, while a command is
 * under way, of those it brings. What cannot be opened is never written over: its key may only be
 * missing.
 */
final class PersonVault implements Vault, HeldOpenings {
    private static final String SUFFIX = ".openings";
    private static final String ILLEGIBLE =
            "what is kept cannot be opened: the key is another, or bytes were changed";
    private static final Pattern KEPT = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})[.]openings");

    private final SecureRandom random = new SecureRandom();
    private final Safe safe;
    private final MasterKey key;
    private final Set<String> unsettled = new TreeSet<>();

    private PersonVault(Safe safe, MasterKey key) {
        this.safe = safe;
        this.key = key;
    }

    /**
     * The key is made where it is missing.
     *
     * @throws CannotStart where the key is missing although something is held under it
     */
    static PersonVault open(Safe safe, Path keyFile) {
        try {
            if (!Files.exists(keyFile) && !people(safe).isEmpty()) {
                throw new CannotStart(
                        "The vault %s holds something, but its key is not at %s"
                                .formatted(safe.place(), keyFile),
                        "Put the key back, or say where it is with MUNIMENT_VAULT_KEY.");
            }
            return new PersonVault(safe, MasterKey.in(keyFile));
        } catch (SafeUnavailable | UncheckedIOException unusable) {
            throw new CannotStart(
                    "The vault %s with the key %s cannot be opened: %s"
                            .formatted(safe.place(), keyFile, unusable.getMessage()),
                    "Give this user the right to read and write there.",
                    unusable);
        }
    }

    @Override
    public synchronized List<FieldCommitment> keep(
            SubjectId person, Map<PersonalField, PersonalText> texts) {
        try {
            Set<Opening> kept = new LinkedHashSet<>(of(person));
            List<Opening> said = new ArrayList<>();
            new TreeMap<>(texts).forEach((field, text) -> said.add(opening(kept, field, text)));
            if (kept.addAll(said)) {
                write(person, kept);
            }
            return said.stream().map(opening -> opening.commitment(person)).toList();
        } catch (CannotBeOpened illegible) {
            throw Refused.by("unreadable", "the vault cannot read what it holds of this person");
        } catch (SafeUnavailable failed) {
            throw new VaultUnavailable("nothing could be kept of " + person, failed);
        }
    }

    private Opening opening(Set<Opening> held, PersonalField field, PersonalText text) {
        return held.stream()
                .filter(opening -> opening.field() == field && opening.text().equals(text))
                .findFirst()
                .orElseGet(() -> new Opening(field, newKey(), text));
    }

    private CommitmentKey newKey() {
        byte[] bytes = new byte[CommitmentKey.LENGTH];
        random.nextBytes(bytes);
        return CommitmentKey.of(bytes);
    }

    @Override
    public synchronized void settle(SubjectId person, List<FieldCommitment> inForce) {
        try {
            keepOnly(person, inForce);
            unsettled.remove(person.value());
        } catch (SafeUnavailable failed) {
            unsettled.add(person.value());
            throw new VaultUnavailable("something may be left of " + person, failed);
        }
    }

    private void keepOnly(SubjectId person, List<FieldCommitment> inForce) {
        if (inForce.isEmpty()) {
            safe.erase(name(person));
            return;
        }
        List<Opening> held = legible(person);
        List<Opening> left =
                held.stream().filter(it -> inForce.contains(it.commitment(person))).toList();
        if (left.size() < held.size()) {
            write(person, left);
        }
    }

    /** None where it cannot be told: that shows in health, and is not removed. */
    private List<Opening> legible(SubjectId person) {
        try {
            return of(person);
        } catch (CannotBeOpened illegible) {
            return List.of();
        }
    }

    private void write(SubjectId person, Collection<Opening> openings) {
        byte[] plain = EventJson.write(openings).getBytes(StandardCharsets.UTF_8);
        safe.write(name(person), new PersonCipher(key, person).encrypt(plain));
    }

    private static String name(SubjectId person) {
        return person.value() + SUFFIX;
    }

    /** Of whom something may be left that could not be removed. */
    synchronized List<String> unsettled() {
        return List.copyOf(unsettled);
    }

    @Override
    public synchronized Set<SubjectId> people() {
        return people(safe);
    }

    private static Set<SubjectId> people(Safe safe) {
        return safe.names().stream()
                .map(KEPT::matcher)
                .filter(Matcher::matches)
                .map(kept -> new SubjectId(kept.group(1)))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Opening> of(SubjectId person) {
        try {
            Optional<byte[]> kept = safe.read(name(person));
            if (kept.isEmpty()) {
                return List.of();
            }
            byte[] plain = new PersonCipher(key, person).decrypt(kept.get());
            String json = new String(plain, StandardCharsets.UTF_8);
            return List.of(EventJson.read(json, Opening[].class));
        } catch (SafeUnavailable | GeneralSecurityException illegible) {
            throw new CannotBeOpened(ILLEGIBLE, illegible);
        } catch (JacksonException otherForm) {
            // Without its cause, which might repeat what was read.
            throw new CannotBeOpened(ILLEGIBLE, null);
        }
    }
}
