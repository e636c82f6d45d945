package org.muniment.command.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muniment.kernel.person.CommitmentKey;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;

/** Keeps as a vault does, on a disk that can fail. */
final class VaultInMemory implements Vault {
    private final Map<SubjectId, List<Opening>> held = new HashMap<>();
    private byte keys;
    private boolean fails;

    /** From now on nothing can be removed. */
    void removingFails(boolean now) {
        fails = now;
    }

    /** The texts held, of whatever field and age. */
    List<String> texts(SubjectId person) {
        return openings(person).stream().map(opening -> opening.text().value()).sorted().toList();
    }

    @Override
    public List<FieldCommitment> keep(SubjectId person, Map<PersonalField, PersonalText> texts) {
        List<FieldCommitment> kept = new ArrayList<>();
        List<Opening> openings = new ArrayList<>(openings(person));
        new TreeMap<>(texts)
                .forEach(
                        (field, text) -> {
                            Opening opening =
                                    openings.stream()
                                            .filter(it -> it.field() == field)
                                            .filter(it -> it.text().equals(text))
                                            .findFirst()
                                            .orElseGet(() -> new Opening(field, key(), text));
                            openings.add(opening);
                            kept.add(opening.commitment(person));
                        });
        held.put(person, openings.stream().distinct().toList());
        return kept;
    }

    private CommitmentKey key() {
        byte[] key = new byte[CommitmentKey.LENGTH];
        key[0] = ++keys;
        return CommitmentKey.of(key);
    }

    @Override
    public void settle(SubjectId person, List<FieldCommitment> inForce) {
        if (fails) {
            throw new VaultUnavailable("the disk fails", null);
        }
        List<Opening> left =
                openings(person).stream()
                        .filter(opening -> inForce.contains(opening.commitment(person)))
                        .toList();
        if (left.isEmpty()) {
            held.remove(person);
        } else {
            held.put(person, left);
        }
    }

    @Override
    public Set<SubjectId> people() {
        return Set.copyOf(held.keySet());
    }

    private List<Opening> openings(SubjectId person) {
        return held.getOrDefault(person, List.of());
    }
}
