package org.muniment.query.page;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a reader can go from here: what they would be let in to, and nothing else. */
@Component
public class Navigation {
    private final May may;

    Navigation(May may) {
        this.may = may;
    }

    /** {@code path} is without the moment. */
    public record Link(String text, String path) {}

    public record Group(String title, List<Link> links) {}

    /** What people come for. {@code here} is null where a page is about no plan. */
    public List<Link> main(PlanMoment here) {
        return open(here == null ? general() : ofPlan(here));
    }

    private static Stream<Link> general() {
        return Stream.of(
                new Link("Dashboard", "/"),
                new Link("Published reports", "/published"),
                new Link("Open data", "/open-data"));
    }

    private static Stream<Link> ofPlan(PlanMoment here) {
        String plan = "/plans/" + here.plan().id();
        return Stream.of(
                new Link("Dashboard", plan),
                new Link("What changed", plan + "/changes"),
                new Link("Published packs", plan + "/packs"),
                new Link("What members saw", plan + "/seen"),
                new Link("Meetings", "/partnerships/" + here.plan().partnership() + "/meetings"),
                new Link("Tasks", plan + "/tasks"),
                new Link("Quarters", plan + "/quarters"),
                new Link("Audit trail", plan + "/trail"));
    }

    /** The rest, at a page's foot; groups without a link are left out. */
    public List<Group> more(PlanMoment here) {
        Stream<Group> groups = Stream.of(audit(here), work(here), open());
        return groups.filter(group -> !group.links.isEmpty()).toList();
    }

    private Group audit(PlanMoment here) {
        Stream<Link> general =
                Stream.of(
                        new Link("Ledger and its proof", "/ledger"),
                        new Link("Self-audits", "/self-audits"),
                        new Link("Refused commands", "/refusals"),
                        new Link("Erasures", "/erasures"),
                        new Link("Who may do what", "/access"));
        return new Group("Audit", open(Stream.concat(auditOf(here), general)));
    }

    private static Stream<Link> auditOf(PlanMoment here) {
        if (here == null) {
            return Stream.empty();
        }
        String plan = "/plans/" + here.plan().id();
        return Stream.of(
                new Link("Compare two days", plan + "/compare"),
                new Link("Replay event by event", plan + "/replay"),
                new Link("What if the tolerance were another", plan + "/what-if"));
    }

    private Group work(PlanMoment here) {
        if (here == null) {
            return new Group("Report", List.of());
        }
        String plan = "/plans/" + here.plan().id();
        return new Group(
                "Report",
                open(
                        Stream.of(
                                new Link("Import a sheet", plan + "/imports"),
                                new Link("Define an indicator", plan + "/kpis"),
                                new Link("Add a project", plan + "/projects"),
                                new Link("Approve a budget line", plan + "/budget-lines"),
                                new Link("Explain the variation", plan + "/variations"),
                                new Link("State a paper's figure", plan + "/stated-figures"))));
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
