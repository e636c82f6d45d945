package org.muniment.kernel.figures;

/** Which way is good. */
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /**
     * Two-sided: the figure must stay nearer to the target than the band, as in {@code <(+/-) 5%}.
     */
    WITHIN_BAND
}
