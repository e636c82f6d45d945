package org.muniment.query.dashboard;

import java.time.Duration;
import java.time.LocalDate;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.query.moment.Moments;
import org.muniment.query.serving.Served;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DashboardApi {
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Dashboards dashboards;
    private final Moments moments;

    DashboardApi(Dashboards dashboards, Moments moments) {
        this.dashboards = dashboards;
        this.moments = moments;
    }

    @GetMapping("/api/plans/{plan}/dashboard")
    ResponseEntity<Dashboard> dashboard(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            @RequestParam(required = false) Long after) {
        moments.awaitOwn(after, "after");
        Dashboard dashboard = dashboards.of(plan, asOf, asAt);
        Served.note(plan, null, ServedForm.JSON, dashboard.asOf().position());
        if (!dashboard.asOf().settled()) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(dashboard);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                .eTag(entityTag(dashboard))
                .body(dashboard);
    }

    /** What a settled answer is made from; nothing else can change it. */
    private static String entityTag(Dashboard dashboard) {
        return "\"%s@%s/%s/%s\""
                .formatted(
                        dashboard.plan(),
                        dashboard.asOf().position(),
                        dashboard.asOf().instant(),
                        dashboard.asAt());
    }
}
