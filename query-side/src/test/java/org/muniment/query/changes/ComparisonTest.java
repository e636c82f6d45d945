package org.muniment.query.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.logged;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.query.changes.Comparison.Group;
import org.muniment.query.changes.Comparison.Presence;
import org.muniment.query.changes.Comparison.Thing;
import org.muniment.query.changes.Comparison.Value;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.picture.PlanPicture;

class ComparisonTest {
    private static final PlanPicture BEFORE =
            picture(kpi("k", SAS), actual("k", JULY, "95"), project("p", "2017-04", "2017-12"));

    @Test
    void theOldValueStandsBesideTheNew() {
        PlanPicture after = BEFORE.after(logged(9, actual("k", JULY, "97")));

        assertThat(group(changes(BEFORE, after), "Indicators: figures").things())
                .containsExactly(
                        new Thing(
                                "kpi",
                                "k",
                                "Planned time used",
                                Presence.BOTH,
                                List.of(new Value("actual", "95", "97"))));
    }

    @Test
    void whatIsTheSameIsLeftOutOfTheChangesAndOnlyThere() {
        assertThat(changes(BEFORE, BEFORE).isEmpty()).isTrue();
        assertThat(group(compare(BEFORE, BEFORE), "Projects").things())
                .singleElement()
                .satisfies(
                        thing -> {
                            assertThat(thing.changed()).isFalse();
                            assertThat(thing.values())
                                    .contains(new Value("finish", "2017-12", "2017-12"));
                        });
    }

    @Test
    void aThingThatIsThereOnOneDayOnlySaysSo() {
        PlanPicture after = BEFORE.after(logged(9, project("new", "2017-04", "2017-12")));

        assertThat(group(changes(BEFORE, after), "Projects").things())
                .extracting(Thing::presence)
                .containsExactly(Presence.ADDED);
        assertThat(group(changes(after, BEFORE), "Projects").things())
                .extracting(Thing::presence)
                .containsExactly(Presence.REMOVED);
    }

    @Test
    void figuresAndTargetsAreToldApart() {
        Comparison all = compare(BEFORE, BEFORE);

        assertThat(fields(group(all, "Indicators: figures"))).contains("actual", "status");
        assertThat(fields(group(all, "Indicators: definitions and targets")))
                .contains("annualTarget", "lead")
                .doesNotContain("actual", "status", "scope");
    }

    private static List<String> fields(Group group) {
        return group.things().stream()
                .flatMap(thing -> thing.values().stream())
                .map(Value::field)
                .toList();
    }

    private static Group group(Comparison comparison, String title) {
        return comparison.groups().stream()
                .filter(group -> group.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison changes(PlanPicture one, PlanPicture other) {
        return compare(one, other).changes();
    }

    private static Comparison compare(PlanPicture one, PlanPicture other) {
        return Comparison.of(shown(one), shown(other));
    }

    private static Shown shown(PlanPicture picture) {
        return Shown.of(picture, Dashboard.of(picture, null, CUT_OFF));
    }
}
