package org.muniment.command.plan;

import org.muniment.kernel.plan.PlanId;

/** What a thing must know of the plan it belongs to. */
public interface AdoptedPlans {
    /**
     * @throws org.axonframework.modelling.command.AggregateNotFoundException where there is none
     */
    PlanTerms termsOf(PlanId plan);
}
