package org.muniment.ops.access;

import java.time.Clock;
import org.muniment.ops.limits.AddressFilter;
import org.muniment.ops.limits.Limits;
import org.muniment.ops.limits.PersonFilter;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of access and what goes with it, the same however somebody has signed in. */
@Component
final class ByTable {
    private final Admission admission;
    private final RefusedCommands refused;
    private final PersonFilter budgets;

    ByTable(
            Admission admission,
            RefusalRecorder recorder,
            Registry registry,
            Clock clock,
            Limits limits,
            JsonMapper json) {
        this.admission = admission;
        this.refused = new RefusedCommands(recorder, registry, admission, clock);
        this.budgets = new PersonFilter(limits, json);
    }

    void on(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(this::rows)
                .addFilterAfter(refused, AddressFilter.class)
                .addFilterAfter(new RolesHere(), AuthorizationFilter.class)
                .addFilterBefore(budgets, AuthorizationFilter.class);
    }

    private void rows(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers("/v3/api-docs/**").permitAll();
        // Browsers ask for an icon unasked; that there is none is no refusal.
        requests.requestMatchers("/assets/*", "/favicon.ico", "/signed-out").permitAll();
        for (String kind : ImportAccess.COMMANDS.keySet()) {
            AccessTable.Row single = AccessTable.IMPORTING.by(ImportAccess.rolesOf(kind));
            requests.requestMatchers(importOf(kind)).access(admission.under(single));
        }
        for (AccessTable.Row row : AccessTable.ROWS) {
            requests.requestMatchers(row.method(), row.path()).access(admission.under(row));
        }
        requests.anyRequest().denyAll();
    }

    private static RequestMatcher importOf(String kind) {
        return new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, AccessTable.IMPORTS),
                request -> kind.equals(request.getParameter("kind")));
    }
}
