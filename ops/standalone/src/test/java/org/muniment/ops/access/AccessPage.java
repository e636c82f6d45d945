package org.muniment.ops.access;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.kernel.access.Role;
import org.muniment.ops.access.AccessTable.Row;

/** The table of access as the documentation prints it. */
final class AccessPage {
    private AccessPage() {}

    static String table() {
        List<Role> roles = List.of(Role.values());
        String head =
                "| request | reach | "
                        + roles.stream().map(Role::value).collect(Collectors.joining(" | "))
                        + " |\n|---|---|"
                        + ":-:|".repeat(roles.size())
                        + "\n";
        return head
                + AccessTable.ROWS.stream()
                        .map(row -> line(row, roles))
                        .collect(Collectors.joining());
    }

    private static String line(Row row, List<Role> roles) {
        return "| %s `%s` | %s | %s |%n"
                .formatted(
                        row.method(),
                        row.path(),
                        switch (row.within()) {
                            case THING -> "the thing";
                            case INSTALLATION -> "everything";
                            case WHAT_IS_ASKED -> "what is asked";
                            case ONESELF -> "oneself";
                        },
                        roles.stream()
                                .map(role -> row.roles().contains(role) ? "✓" : "–")
                                .collect(Collectors.joining(" | ")));
    }
}
