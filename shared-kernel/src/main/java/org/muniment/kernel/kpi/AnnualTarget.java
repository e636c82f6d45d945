package org.muniment.kernel.kpi;

import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

/**
 * The target for the year: a value, words ("Outperform LIBID by 15%"), the working it came from, or
 * several of these. Where only the working is given, its result is the value.
 */
public record AnnualTarget(Figure value, Title text, Derivation derivation) {
    public AnnualTarget {
        if (value == null && derivation != null) {
            value = derivation.result();
        }
        if (value == null && text == null) {
            throw new Malformed("value", "a target needs a value, a text or a derivation");
        }
        if (derivation != null && !derivation.result(value.scale()).sameValue(value)) {
            throw new Malformed(
                    "value",
                    derivation + " is " + derivation.result(value.scale()) + ", not " + value);
        }
    }

    /** As the committee reads it: the words where there are any. */
    public String printed() {
        return text == null ? value.toString() : text.toString();
    }
}
