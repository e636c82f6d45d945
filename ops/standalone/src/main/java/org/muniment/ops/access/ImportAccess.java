package org.muniment.ops.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.kernel.access.Role;

/** A file of commands needs the role of its single commands: their rows of the table decide. */
public final class ImportAccess {
    /** By kind, the paths of the commands that such a file holds. */
    static final Map<String, List<String>> COMMANDS =
            Map.of(
                    "kpi-actuals",
                    List.of("/api/kpis/{kpi}/actuals", "/api/kpis/{kpi}/not-measured"),
                    "projects",
                    List.of(
                            "/api/projects/{project}/progress",
                            "/api/projects/{project}/reschedule",
                            "/api/projects/{project}/completion"),
                    "budget-lines",
                    List.of(
                            "/api/budget-lines/{line}/adjustments",
                            "/api/budget-lines/{line}/forecasts"));

    private ImportAccess() {}

    /** Whoever may send every command of that kind. */
    public static Set<Role> rolesOf(String kind) {
        Set<Role> roles = EnumSet.allOf(Role.class);
        COMMANDS.get(kind).forEach(path -> roles.retainAll(AccessTable.rolesOf(path)));
        return roles;
    }
}
