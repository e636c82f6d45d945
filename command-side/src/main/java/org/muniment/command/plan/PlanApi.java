package org.muniment.command.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanCommand.ExplainVariation;
import org.muniment.kernel.plan.PlanCommand.StateFigure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Title;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanApi {
    private final Commands commands;

    PlanApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/partnerships/{partnership}/plans")
    ResponseEntity<Receipt> adopt(
            @PathVariable PartnershipId partnership,
            @Valid @RequestBody Adoption body,
            Caller caller) {
        return commands.create(
                body.id.value(),
                new AdoptPlan(body.id, partnership, body.financialYear, body.title),
                caller);
    }

    @PostMapping("/api/plans/{plan}/variations")
    ResponseEntity<Receipt> explain(
            @PathVariable PlanId plan, @Valid @RequestBody Variations body, Caller caller) {
        return commands.add(
                plan.value(),
                new ExplainVariation(
                        plan,
                        body.asAt,
                        body.items.stream().map(Item::variation).toList(),
                        body.statedTotal),
                caller);
    }

    @PostMapping("/api/plans/{plan}/stated-figures")
    ResponseEntity<Receipt> state(
            @PathVariable PlanId plan, @Valid @RequestBody Statement body, Caller caller) {
        return commands.add(
                plan.value(),
                new StateFigure(plan, body.asAt, body.figure, body.value, body.source),
                caller);
    }

    record Adoption(
            @NotNull PlanId id, @NotNull FinancialYear financialYear, @NotNull Title title) {}

    record Variations(
            @NotNull LocalDate asAt,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items,
            Figure statedTotal) {}

    record Item(@NotNull Title text, @NotNull Figure amount) {
        VariationItem variation() {
            return new VariationItem(text, amount);
        }
    }

    record Statement(
            @NotNull LocalDate asAt,
            @NotNull FigureName figure,
            @NotNull Figure value,
            @NotNull Title source) {}
}
