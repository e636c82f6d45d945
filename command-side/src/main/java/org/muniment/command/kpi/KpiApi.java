package org.muniment.command.kpi;

import jakarta.validation.Valid;
import java.util.Objects;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiCommand.ReviseKpiTarget;
import org.muniment.kernel.kpi.KpiCommand.SignOffKpiActual;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KpiApi {
    private final Commands commands;

    KpiApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/plans/{plan}/kpis")
    ResponseEntity<Receipt> define(
            @PathVariable PlanId plan,
            @Valid @RequestBody KpiBodies.Definition body,
            Caller caller) {
        return commands.create(
                body.id().value(), new DefineKpi(body.id(), plan, body.definition()), caller);
    }

    @PostMapping("/api/kpis/{kpi}/actuals")
    ResponseEntity<Receipt> record(
            @PathVariable KpiId kpi, @Valid @RequestBody KpiBodies.Actual body, Caller caller) {
        return commands.change(
                kpi.value(),
                new RecordKpiActual(
                        kpi,
                        body.month(),
                        new Measurement(body.actual(), body.numerator(), body.denominator()),
                        body.comment(),
                        body.proposedAction()),
                caller);
    }

    @PostMapping("/api/kpis/{kpi}/not-measured")
    ResponseEntity<Receipt> recordNotMeasured(
            @PathVariable KpiId kpi,
            @Valid @RequestBody KpiBodies.NotMeasured body,
            Caller caller) {
        return commands.change(
                kpi.value(),
                new RecordKpiNotMeasured(kpi, body.month(), body.reason(), body.comment()),
                caller);
    }

    @PostMapping("/api/kpis/{kpi}/restatements")
    ResponseEntity<Receipt> restate(
            @PathVariable KpiId kpi,
            @Valid @RequestBody KpiBodies.Restatement body,
            Caller caller) {
        return commands.change(
                kpi.value(),
                new RestateKpiActual(kpi, body.month(), body.actual(), body.reason()),
                caller);
    }

    @PostMapping("/api/kpis/{kpi}/sign-offs")
    ResponseEntity<Receipt> signOff(
            @PathVariable KpiId kpi, @Valid @RequestBody KpiBodies.SignOff body, Caller caller) {
        return commands.change(
                kpi.value(),
                new SignOffKpiActual(
                        kpi,
                        body.month(),
                        body.source(),
                        body.calculation(),
                        new PersonId(caller.by())),
                caller);
    }

    @PostMapping("/api/kpis/{kpi}/targets")
    ResponseEntity<Receipt> revise(
            @PathVariable KpiId kpi, @Valid @RequestBody KpiBodies.Target body, Caller caller) {
        return commands.change(
                kpi.value(),
                new ReviseKpiTarget(
                        kpi,
                        body.annualTarget().target(),
                        Objects.requireNonNullElse(body.profile(), Profile.NONE),
                        body.reason()),
                caller);
    }
}
