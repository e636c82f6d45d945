package org.muniment.query.people;

import java.util.List;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.SubjectId;

/** What the vault holds, whatever the log says. */
@FunctionalInterface
public interface HeldOpenings {
    /**
     * None where nothing is held of the person.
     *
     * @throws CannotBeOpened where something is held that tells nothing
     */
    List<Opening> of(SubjectId person);
}
