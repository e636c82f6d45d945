package org.muniment.query.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;

/** Rows as an appendix has them: by service, and in each by section. Pure. */
public record Appendix<R>(List<OfService<R>> services) {
    public record OfService<R>(Code code, String name, List<OfSection<R>> sections) {}

    public record OfSection<R>(String title, List<R> rows) {}

    /** What has no rows is left out. */
    static <R> Appendix<R> of(
            List<SharedService> services,
            List<R> rows,
            Function<R, Code> service,
            Function<R, String> section) {
        List<OfService<R>> all = new ArrayList<>();
        for (SharedService each : services) {
            List<OfSection<R>> sections = new ArrayList<>();
            for (Title title : each.sections()) {
                List<R> found =
                        rows.stream()
                                .filter(row -> service.apply(row).equals(each.code()))
                                .filter(row -> section.apply(row).equals(title.value()))
                                .toList();
                if (!found.isEmpty()) {
                    sections.add(new OfSection<>(title.value(), found));
                }
            }
            if (!sections.isEmpty()) {
                all.add(new OfService<>(each.code(), each.name().value(), sections));
            }
        }
        return new Appendix<>(all);
    }
}
