package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.access.Role;
import org.muniment.ops.Running;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table and the endpoints are the same set, and the table is obeyed in every cell. */
class AccessTableTest {
    @Test
    void everyEndpointIsInTheTableAndEveryRowIsAnEndpoint(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people")) {
            assertThat(endpoints(muniment)).isEqualTo(rows());
            assertEveryCell(muniment);
            assertTheSameByToken(muniment);
        }
    }

    /** A sample: behind the sign-in it is the same table. */
    private static void assertTheSameByToken(Running muniment) {
        for (Role role : Role.values()) {
            String token = muniment.tokenOf(role.value());
            for (int at = role.ordinal() % 4; at < AccessTable.ROWS.size(); at += 4) {
                AccessTable.Row row = AccessTable.ROWS.get(at);
                String path = row.path().replaceAll("\\{[a-z]+}", "some-thing");
                int status =
                        row.method().name().equals("GET")
                                ? muniment.getBearing(token, path).status()
                                : muniment.postBearing(token, path, "{}").status();
                assertThat(status == 403)
                        .as("%s %s by %s gives %d", row.method(), path, role.value(), status)
                        .isEqualTo(!row.roles().contains(role));
                assertThat(status).isNotEqualTo(401);
            }
        }
    }

    private static void assertEveryCell(Running muniment) {
        for (AccessTable.Row row : AccessTable.ROWS) {
            String path = row.path().replaceAll("\\{[a-z]+}", "some-thing");
            for (Role role : Role.values()) {
                int status =
                        row.method().name().equals("GET")
                                ? muniment.get(role.value(), path).status()
                                : muniment.post(role.value(), path, "{}").status();
                assertThat(status == 403)
                        .as("%s %s by %s gives %d", row.method(), path, role.value(), status)
                        .isEqualTo(!row.roles().contains(role));
            }
            assertThat(muniment.anonymously(path).status()).isEqualTo(401);
        }
    }

    private static Set<String> endpoints(Running muniment) {
        Set<String> endpoints = new TreeSet<>();
        muniment.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (mapping, method) -> {
                            if (method.getBeanType().getName().startsWith("org.muniment")) {
                                for (RequestMethod verb :
                                        mapping.getMethodsCondition().getMethods()) {
                                    mapping.getPathPatternsCondition()
                                            .getPatternValues()
                                            .forEach(path -> endpoints.add(verb + " " + path));
                                }
                            }
                        });
        return endpoints;
    }

    private static Set<String> rows() {
        return AccessTable.ROWS.stream()
                .filter(row -> !row.path().startsWith("/actuator"))
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
