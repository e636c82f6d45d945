package org.muniment.command.imports;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a spreadsheet shows a number: as itself, hundredfold with %, or as the date it counts. */
enum NumberFormat {
    PLAIN,
    PER_CENT,
    DATE;

    private static final Set<Integer> PER_CENTS = Set.of(9, 10);
    private static final Set<Integer> DATES =
            IntStream.concat(IntStream.rangeClosed(14, 22), IntStream.rangeClosed(45, 47))
                    .boxed()
                    .collect(Collectors.toSet());

    /** {@code id} below 164 is one that every spreadsheet knows; {@code code} spells it out. */
    static NumberFormat of(Integer id, String code) {
        String letters =
                code == null
                        ? ""
                        : code.toLowerCase(Locale.ROOT)
                                .replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|general", "");
        int known = id == null ? 0 : id;
        if (DATES.contains(known) || letters.matches(".*[ydmhs].*")) {
            return DATE;
        }
        return PER_CENTS.contains(known) || letters.contains("%") ? PER_CENT : PLAIN;
    }
}
