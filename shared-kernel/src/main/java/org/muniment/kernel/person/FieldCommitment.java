package org.muniment.kernel.person;

/** What is committed to of one field. */
public record FieldCommitment(PersonalField field, Commitment commitment) {}
