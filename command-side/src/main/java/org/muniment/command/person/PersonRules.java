package org.muniment.command.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.person.PersonCommand.ProposeErasure;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Refused;

/** What may be said of a person, and by whom. Pure. */
final class PersonRules {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final int SHORTEST_TELLING = 3;

    private PersonRules() {}

    /** The id stays in the log when the name is erased, so it must not be made of the name. */
    static void requirePseudonymous(SubjectId id, PersonalText name) {
        List<String> partsOfId = words(id.value());
        boolean telling =
                words(name.value()).stream()
                        .filter(word -> word.length() >= SHORTEST_TELLING)
                        .anyMatch(partsOfId::contains);
        if (telling) {
            throw new Malformed(
                    "id", "must not hold a part of the name, because it can never be erased");
        }
    }

    private static List<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.asList(NO_LETTERS.split(plain.toLowerCase(Locale.ROOT)));
    }

    static void requireNotErased(boolean erased) {
        if (erased) {
            throw Refused.by("erased", "the person was erased; their id stands for nobody");
        }
    }

    static void requireNew(SubjectId known) {
        if (known != null) {
            throw Refused.because("id-taken", "id", "there is already a person of this id");
        }
    }

    /** Whoever says it: the same proposal need not be made twice. */
    static boolean isProposed(ProposeErasure command, ErasureProposed proposal) {
        return proposal != null
                && proposal.legalBasis() == command.legalBasis()
                && Objects.equals(proposal.reference(), command.reference());
    }

    static void requireProposed(ErasureProposed proposal) {
        if (proposal == null) {
            throw Refused.by("no-erasure-proposed", "nobody has proposed to erase this person");
        }
    }

    static void requireAnotherPerson(Actors proposedBy, Actors confirmedBy) {
        if (proposedBy.meet(confirmedBy)) {
            throw Refused.by(
                    "own-erasure",
                    "an erasure is confirmed by another person than the one who proposed it");
        }
    }
}
