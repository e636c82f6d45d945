package org.muniment.command.project;

import static org.muniment.command.partnership.ChorleySouthRibble.ASSURANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.RISK;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.project.Milestone;
import org.muniment.kernel.project.MilestoneId;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** Risk management frameworks: April to June 2017, later moved to December. */
final class RiskFrameworks {
    static final ProjectId ID = new ProjectId("risk-frameworks");
    static final MonthOrDay APRIL = MonthOrDay.of("2017-04");
    static final MonthOrDay JUNE = MonthOrDay.of("2017-06");
    static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    static final Narrative UPDATE = new Narrative("The frameworks wait for the GRACE software");
    static final ProjectOutline OUTLINE = outline(ASSURANCE, RISK, JUNE);

    private RiskFrameworks() {}

    static ProjectOutline outline(Code service, Title section, MonthOrDay finish) {
        return new ProjectOutline(
                service,
                section,
                new Title("Align the risk management frameworks"),
                List.of(new Lead("GB")),
                APRIL,
                finish,
                List.of(new Milestone(new MilestoneId("draft"), new Title("Draft"), null)));
    }

    static AddProject add() {
        return new AddProject(ID, BusinessPlan.ID, OUTLINE);
    }

    static ProjectAdded added() {
        return new ProjectAdded(ID, BusinessPlan.ID, OUTLINE);
    }

    static CompleteProject complete(LocalDate day) {
        return new CompleteProject(ID, day, UPDATE);
    }

    static ProjectCompleted completed(LocalDate day) {
        return new ProjectCompleted(ID, BusinessPlan.ID, day, UPDATE);
    }

    static FixtureConfiguration<Project> fixture() {
        return fixture(BusinessPlan.ADOPTED);
    }

    static FixtureConfiguration<Project> fixture(AdoptedPlans plans) {
        return new AggregateTestFixture<>(Project.class).registerInjectableResource(plans);
    }
}
