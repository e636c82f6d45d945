package org.muniment.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.MilestoneId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.snapshot.SnapshotId;

class IdsTest {
    @ParameterizedTest
    @MethodSource("kinds")
    void anIdOf64CharactersNamesItsStream(String prefix, Function<String, Object> id) {
        String longest = "a".repeat(64);

        assertThat(id.apply(longest)).hasToString(prefix + ":" + longest);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdOf65CharactersIsRefused(String prefix, Function<String, Object> id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.apply("a".repeat(65)))
                .as(prefix)
                .withMessageStartingWith("must be 1 to 64");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void idsInCyrillicAreRefusedWithTheirLettersNamed(String prefix, Function<String, Object> id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.apply("\u0441bc"))
                .as(prefix)
                .withMessageContaining("U+0441");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("kpi", KpiId::new),
                kind("plan", PlanId::new),
                kind("project", ProjectId::new),
                kind("milestone", MilestoneId::new),
                kind("budget-line", BudgetLineId::new),
                kind("partnership", PartnershipId::new),
                kind("meeting", MeetingId::new),
                kind("snapshot", SnapshotId::new),
                kind("self-audit", SelfAuditId::new),
                kind("servings", ServingsId::new),
                kind("person", SubjectId::new));
    }

    private static Arguments kind(String prefix, Function<String, Object> id) {
        return Arguments.of(prefix, id);
    }
}
