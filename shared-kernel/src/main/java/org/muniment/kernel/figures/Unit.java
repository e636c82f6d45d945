package org.muniment.kernel.figures;

/** What a KPI's figures count. */
public enum Unit {
    PERCENT,
    NUMBER,
    SCORE,
    GBP,
    DAYS
}
