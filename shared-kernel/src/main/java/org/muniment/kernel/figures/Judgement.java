package org.muniment.kernel.figures;

/** A status and the name of the rule that decided it: both are stored, neither is recomputed. */
public record Judgement(Status status, String rule) {}
