package org.muniment.kernel.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Version;

/**
 * A quarter as it stood at a position of the log.
 *
 * @param asAt the cut-off: what is about later days is left out
 * @param position the first so many events of the log were known
 * @param rules the edition of the rules by which the content was computed
 * @param template the edition of the report printed from it
 * @param overrides the findings that did not stand in the way, and why
 */
public record FrozenPack(
        Quarter quarter,
        LocalDate asAt,
        long position,
        Version rules,
        Version template,
        List<FindingOverride> overrides,
        PackContent content,
        Sha256 sha256) {
    public FrozenPack {
        overrides = List.copyOf(overrides);
    }
}
