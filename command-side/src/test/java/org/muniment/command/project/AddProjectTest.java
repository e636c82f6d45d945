package org.muniment.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.partnership.ChorleySouthRibble.ACCOUNTANCY;
import static org.muniment.command.partnership.ChorleySouthRibble.ASSURANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.RISK;
import static org.muniment.command.project.RiskFrameworks.JUNE;
import static org.muniment.command.project.RiskFrameworks.OUTLINE;
import static org.muniment.command.project.RiskFrameworks.add;
import static org.muniment.command.project.RiskFrameworks.added;
import static org.muniment.command.project.RiskFrameworks.fixture;
import static org.muniment.command.project.RiskFrameworks.outline;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.words.Code;

class AddProjectTest {
    @Test
    void aProjectIsAddedWithItsWholeOutline() {
        adding(OUTLINE).expectEvents(new ProjectAdded(RiskFrameworks.ID, BusinessPlan.ID, OUTLINE));
    }

    @Test
    void anOngoingProjectNeedsNoFinish() {
        ProjectOutline ongoing = outline(ASSURANCE, RISK, null);
        adding(ongoing).expectEvents(new ProjectAdded(RiskFrameworks.ID, BusinessPlan.ID, ongoing));
    }

    @Test
    void aProjectOfAnUnknownPlanIsNotAdded() {
        fixture(BusinessPlan.NONE)
                .givenNoPriorActivity()
                .when(add())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void aProjectOfAnUnknownServiceIsRefused() {
        adding(outline(new Code("HR"), RISK, JUNE))
                .expectNoEvents()
                .expectException(RefusedBy.rule("unknown-service", "service"));
    }

    @Test
    void aProjectInASectionOfAnotherServiceIsRefused() {
        adding(outline(ASSURANCE, ACCOUNTANCY, JUNE))
                .expectNoEvents()
                .expectException(RefusedBy.rule("unknown-section", "section"));
    }

    @Test
    void theIdOfAProjectCannotBeTakenTwice() {
        CommandSideInMemory side =
                CommandSideInMemory.of(new ProjectModule(), BusinessPlan.alwaysAdopted());
        side.send(add());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(add()));
        assertThat(side.events()).containsExactly(added());
    }

    private static ResultValidator<Project> adding(ProjectOutline outline) {
        return fixture()
                .givenNoPriorActivity()
                .when(new AddProject(RiskFrameworks.ID, BusinessPlan.ID, outline));
    }
}
