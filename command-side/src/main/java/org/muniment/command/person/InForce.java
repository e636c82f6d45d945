package org.muniment.command.person;

import java.util.List;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.SubjectId;

/** What the log says now. */
@FunctionalInterface
interface InForce {
    /** None where the person is unknown or erased. */
    List<FieldCommitment> of(SubjectId person);
}
