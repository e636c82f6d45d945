package org.muniment.command.plan;

import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Title;

/** The plan of 2017/18 and what the things in it may know of it. */
public final class BusinessPlan {
    public static final PlanId ID = new PlanId("bip-2017-18");
    public static final FinancialYear YEAR = new FinancialYear(2017);
    public static final Title TITLE = new Title("Business Improvement Plan 2017/18");

    /** Every plan is this one. */
    public static final AdoptedPlans ADOPTED =
            plan -> new PlanTerms(ChorleySouthRibble.ID, YEAR, TERMS);

    /** There is no plan at all. */
    public static final AdoptedPlans NONE =
            plan -> {
                throw new AggregateNotFoundException(plan.toString(), "there is no " + plan);
            };

    private BusinessPlan() {}

    public static AdoptPlan adopt() {
        return new AdoptPlan(ID, ChorleySouthRibble.ID, YEAR, TITLE);
    }

    public static PlanAdopted adopted() {
        return new PlanAdopted(ID, ChorleySouthRibble.ID, YEAR, TITLE, TERMS);
    }

    public static ConfigurerModule module() {
        return new PlanModule();
    }

    /** In place of {@link #module()} where the plan itself does not matter. */
    public static ConfigurerModule alwaysAdopted() {
        return configurer ->
                configurer.registerComponent(AdoptedPlans.class, configuration -> ADOPTED);
    }
}
