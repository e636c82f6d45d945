package org.muniment.kernel.person;

/**
 * What opens a commitment: whoever has it can see what was committed to, and that nothing else was.
 */
public record Opening(PersonalField field, CommitmentKey key, PersonalText text) {
    /** What it opens. */
    public FieldCommitment commitment(SubjectId person) {
        return new FieldCommitment(field, Commitment.of(key, person, field, text));
    }
}
