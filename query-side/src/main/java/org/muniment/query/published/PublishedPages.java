package org.muniment.query.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.query.committee.Headlines;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.report.PackDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was published, for anybody to read and to check. */
@Controller
class PublishedPages {
    private final Publications publications;
    private final PackDesk desk;

    PublishedPages(Publications publications, PackDesk desk) {
        this.publications = publications;
        this.desk = desk;
    }

    @GetMapping("/published")
    String all(Model model) {
        Map<String, Map<String, List<Publication>>> byPartnership =
                publications.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Publication::partnershipName,
                                        LinkedHashMap::new,
                                        Collectors.groupingBy(
                                                Publication::meeting,
                                                LinkedHashMap::new,
                                                Collectors.toList())));
        model.addAttribute("partnerships", byPartnership);
        return "published";
    }

    @GetMapping("/published/{snapshot}")
    String one(@PathVariable SnapshotId snapshot, Warrant warrant, Model model) {
        Pack pack = CanonicalJson.read(desk.handOut(snapshot, ServedForm.HTML, warrant).content());
        List<Publication> published = publications.of(snapshot);
        if (published.isEmpty()) {
            throw new UnknownThing(snapshot.toString());
        }
        model.addAttribute("pack", pack);
        model.addAttribute("publications", published);
        model.addAttribute("publication", published.get(0));
        model.addAttribute(
                "headlines", Headlines.of(new Tables(pack.projects(), pack.kpis(), pack.budget())));
        return "published-pack";
    }
}
