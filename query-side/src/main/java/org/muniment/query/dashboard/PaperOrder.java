package org.muniment.query.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;
import org.muniment.query.picture.PlanPicture;

/** The order of a paper: by service, then by section, then as the things were added. */
final class PaperOrder {
    private final List<Code> services = new ArrayList<>();
    private final List<List<Object>> places = new ArrayList<>();

    PaperOrder(PlanPicture picture) {
        for (SharedService service : picture.adopted().terms().services()) {
            services.add(service.code());
            service.sections().forEach(section -> places.add(List.of(service.code(), section)));
        }
    }

    List<Code> services() {
        return services;
    }

    <T> Comparator<T> by(Function<T, Code> service, Function<T, Title> section) {
        return Comparator.comparingInt(
                thing -> places.indexOf(List.of(service.apply(thing), section.apply(thing))));
    }
}
