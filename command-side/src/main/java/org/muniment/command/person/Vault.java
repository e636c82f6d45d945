package org.muniment.command.person;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;

/** Where the texts are, beside the log: what cannot be forgotten there can be forgotten here. */
public interface Vault {
    /**
     * Keeps texts beside those held already, on disk before it returns. A text held already keeps
     * its commitment.
     *
     * @return the commitments to them, in the order of the fields
     * @throws org.muniment.kernel.words.Refused where what is held of the person is not legible
     * @throws VaultUnavailable where the disk failed
     */
    List<FieldCommitment> keep(SubjectId person, Map<PersonalField, PersonalText> texts);

    /**
     * Removes from the disk whatever does not open one of these commitments, before it returns.
     *
     * @param inForce none where the person is unknown or erased: then nothing is left of them
     * @throws VaultUnavailable where something may be left
     */
    void settle(SubjectId person, List<FieldCommitment> inForce);

    /** Everybody of whom there may be something in it. */
    Set<SubjectId> people();
}
