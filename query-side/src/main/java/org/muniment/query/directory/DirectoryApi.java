package org.muniment.query.directory;

import java.util.List;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryApi {
    private final Directory directory;
    private final Moments moments;

    DirectoryApi(Directory directory, Moments moments) {
        this.directory = directory;
        this.moments = moments;
    }

    record Partnerships(List<Partnership> items) {}

    record Partnership(
            String id, String name, List<Council> councils, List<SharedService> services) {
        static Partnership of(PartnershipEstablished established) {
            return new Partnership(
                    established.partnership().value(),
                    established.name().value(),
                    established.terms().councils(),
                    established.terms().services());
        }
    }

    record Plans(List<PlanEntry> items) {}

    @GetMapping("/api/partnerships")
    Partnerships partnerships(Warrant warrant) {
        moments.resolve(null, "asOf");
        return new Partnerships(
                directory.partnerships().stream()
                        .filter(known -> warrant.covers(Place.of(known.partnership())))
                        .map(Partnership::of)
                        .toList());
    }

    @GetMapping("/api/plans")
    Plans plans(Warrant warrant) {
        moments.resolve(null, "asOf");
        return new Plans(directory.plansWithin(warrant));
    }
}
