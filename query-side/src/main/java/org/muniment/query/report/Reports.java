package org.muniment.query.report;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.words.Version;
import org.springframework.stereotype.Component;

/** Prints frozen packs, each in the edition of the template it was frozen with. */
@Component
public final class Reports {
    private static final int REMEMBERED = 64;

    /** Every edition there ever was: packs are printed in theirs for good. */
    private final Map<Version, HtmlReport> editions =
            Stream.of("house-1", "house-2")
                    .map(Version::new)
                    .collect(Collectors.toUnmodifiableMap(it -> it, HtmlReport::new));

    private final Map<List<Object>, byte[]> printed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<List<Object>, byte[]> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    public byte[] html(FrozenPack pack) {
        return once(pack, "html", () -> page(pack).getBytes(StandardCharsets.UTF_8));
    }

    /** What a browser may do with the page. */
    String policy(FrozenPack pack) {
        return edition(pack).policy();
    }

    public byte[] pdf(FrozenPack pack) {
        return once(pack, "pdf", () -> Pdf.of(page(pack)));
    }

    public byte[] csv(FrozenPack pack) {
        return once(pack, "csv", () -> CsvReport.of(pack.content()));
    }

    byte[] xlsx(FrozenPack pack) {
        return once(pack, "xlsx", () -> XlsxReport.of(pack.content()));
    }

    private String page(FrozenPack pack) {
        return edition(pack).page(pack.content());
    }

    private HtmlReport edition(FrozenPack pack) {
        HtmlReport edition = editions.get(pack.template());
        if (edition == null) {
            throw new IllegalStateException("no template " + pack.template());
        }
        return edition;
    }

    /** A report never changes, so the last ones are kept. */
    private byte[] once(FrozenPack pack, String form, Supplier<byte[]> print) {
        List<Object> key = List.of(pack.sha256(), pack.template(), form);
        byte[] known = printed.get(key);
        if (known == null) {
            known = print.get();
            printed.put(key, known);
        }
        return known;
    }
}
