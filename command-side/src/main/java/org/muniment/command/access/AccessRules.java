package org.muniment.command.access;

import java.util.List;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Refused;

/** Who may be given what. Pure. */
final class AccessRules {
    private AccessRules() {}

    static void requireSomebodyElse(PersonId person, Actors sentBy) {
        if (sentBy.include(person)) {
            throw Refused.by("own-access", "nobody gives themselves more than they have");
        }
    }

    static void requireNew(Grant grant, PersonAccess access) {
        if (access != null && access.everHeld().containsKey(grant.id())) {
            throw Refused.because(
                    "id-taken", "id", "this person has had a grant of this id before");
        }
    }

    /** Both before and after it was withdrawn, so that it can be withdrawn twice. */
    static boolean isHeld(GrantId grant, PersonAccess access) {
        if (!access.everHeld().containsKey(grant)) {
            throw Refused.because("no-such-grant", "grant", "this person has no such grant");
        }
        return access.grants().containsKey(grant);
    }

    static void requireTwo(PersonId person, PersonId deputy) {
        if (person.equals(deputy)) {
            throw Refused.because("own-deputy", "id", "nobody is their own deputy");
        }
    }

    static void requireCodes(Reach reach, Terms terms) {
        List<Code> councils = terms.councils().stream().map(Council::code).toList();
        reach.councils().stream()
                .filter(code -> !councils.contains(code) && !code.equals(Terms.SHARED))
                .findFirst()
                .ifPresent(code -> refuse("unknown-council", "councils", code));
        List<Code> services = terms.services().stream().map(SharedService::code).toList();
        reach.services().stream()
                .filter(code -> !services.contains(code))
                .findFirst()
                .ifPresent(code -> refuse("unknown-service", "services", code));
    }

    private static void refuse(String rule, String field, Code code) {
        throw Refused.because(rule, field, "the partnership has none called " + code);
    }
}
