package org.muniment.query.page;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.springframework.stereotype.Component;

/** Where a reader can go from here: what they would be let in to, and nothing else. */
@Component
public class Navigation {
    private final May may;
    private final Directory directory;

    Navigation(May may, Directory directory) {
        this.may = may;
        this.directory = directory;
    }

    /** {@code path} is without the moment. */
    public record Link(String text, String path) {}

    public record Group(String title, List<Link> links) {}

    /** The plan of a reader who may see one only; null for all others. */
    public PlanEntry onlyPlan() {
        List<PlanEntry> open =
                directory.plans().stream().filter(plan -> may.get("/plans/" + plan.id())).toList();
        return open.size() == 1 ? open.get(0) : null;
    }

    /** What people come for. {@code plan} is null where a page is about none. */
    public List<Link> main(PlanEntry plan) {
        return open(plan == null ? general() : ofPlan(plan));
    }

    private static Stream<Link> general() {
        return Stream.of(
                new Link("Dashboard", "/"),
                new Link("Published reports", "/published"),
                new Link("Open data", "/open-data"));
    }

    private static Stream<Link> ofPlan(PlanEntry plan) {
        String path = path(plan);
        return Stream.of(
                new Link("Dashboard", path),
                new Link("What changed", path + "/changes"),
                new Link("Published packs", path + "/packs"),
                new Link("What members saw", path + "/seen"),
                new Link("Meetings", "/partnerships/" + plan.partnership() + "/meetings"),
                new Link("Tasks", path + "/tasks"),
                new Link("Quarters", path + "/quarters"),
                new Link("Audit trail", path + "/trail"));
    }

    /** The rest, at a page's foot; groups without a link are left out. */
    public List<Group> more(PlanEntry plan) {
        Stream<Group> groups = Stream.of(audit(plan), work(plan), open());
        return groups.filter(group -> !group.links.isEmpty()).toList();
    }

    private Group audit(PlanEntry plan) {
        Stream<Link> general =
                Stream.of(
                        new Link("Ledger and its proof", "/ledger"),
                        new Link("Self-audits", "/self-audits"),
                        new Link("Operations", "/operations"),
                        new Link("Refused commands", "/refusals"),
                        new Link("Erasures", "/erasures"),
                        new Link("Who may do what", "/access"));
        return new Group("Audit", open(Stream.concat(auditOf(plan), general)));
    }

    private static String path(PlanEntry plan) {
        return "/plans/" + plan.id();
    }

    private static Stream<Link> auditOf(PlanEntry plan) {
        return plan == null
                ? Stream.empty()
                : Stream.of(
                        new Link("Compare two days", path(plan) + "/compare"),
                        new Link("Replay event by event", path(plan) + "/replay"),
                        new Link("What if the tolerance were another", path(plan) + "/what-if"));
    }

    private Group work(PlanEntry plan) {
        return new Group("Report", plan == null ? List.of() : open(workOn(path(plan))));
    }

    private static Stream<Link> workOn(String plan) {
        return Stream.of(
                new Link("Import a sheet", plan + "/imports"),
                new Link("Define an indicator", plan + "/kpis"),
                new Link("Add a project", plan + "/projects"),
                new Link("Approve a budget line", plan + "/budget-lines"),
                new Link("Explain the variation", plan + "/variations"),
                new Link("State a paper's figure", plan + "/stated-figures"));
    }

    private Group open() {
        return new Group(
                "For everybody",
                open(
                        Stream.of(
                                new Link("Published reports", "/published"),
                                new Link("Open data", "/open-data"),
                                new Link("Accessibility", "/accessibility"))));
    }

    private List<Link> open(Stream<Link> links) {
        return links.filter(link -> may.get(link.path)).toList();
    }
}
