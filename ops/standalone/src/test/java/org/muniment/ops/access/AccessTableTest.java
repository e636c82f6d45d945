package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.access.Role;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.access.AccessTable.Row;
import org.muniment.ops.access.AccessTable.Within;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table and the endpoints are the same set, and the table is obeyed in every cell. */
class AccessTableTest {
    private static final List<Role> GIVEN =
            Arrays.stream(Role.values()).filter(Role::isGiven).toList();

    @TempDir private static Path data;
    private static Running muniment;
    private static TwoPartnerships two;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo-people");
        two = TwoPartnerships.in(muniment);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void everyEndpointIsInTheTableAndEveryRowIsAnEndpoint() {
        assertThat(endpoints()).isEqualTo(rows());
    }

    @Test
    void theDocumentedTableIsThisOne() throws IOException {
        Path printed = Path.of("target/access-table.md");
        Files.writeString(printed, AccessPage.table());

        assertThat(Files.readString(Path.of("../docs/access.md")))
                .as("the document ends with what %s holds", printed)
                .endsWith(AccessPage.table());
    }

    @Test
    void whoeverHoldsARoleEverywhereMayDoWhatTheTableSaysEverywhere() {
        for (Role role : GIVEN) {
            String token = muniment.tokenOf(role.value());
            for (Row row : AccessTable.ROWS) {
                assertCell(row, "here", token, role.value(), row.roles().contains(role));
            }
        }
    }

    @Test
    void whoeverHoldsARoleInOnePartnershipMayDoSoThereAndNothingForTheInstallation() {
        for (Role role : GIVEN) {
            String token = two.tokenOf(role, "here");
            for (Row row : AccessTable.ROWS) {
                boolean may =
                        row.roles().contains(role) && row.within() != Within.INSTALLATION
                                || isPublic(row, "here");
                assertCell(row, "here", token, role.value() + " here", may);
            }
        }
    }

    @Test
    void forWhoeverHoldsItElsewhereNothingExistsHere() {
        for (Role role : GIVEN) {
            String token = two.tokenOf(role, "here");
            for (Row row : AccessTable.ROWS) {
                if (row.within() == Within.THING && !isPublic(row, "there")) {
                    Answer answer = ask(row, "there", token);
                    int expected = row.roles().contains(role) ? 404 : 403;
                    assertThat(answer.status())
                            .as("%s by %s of elsewhere", row, role)
                            .isEqualTo(expected);
                    assertThat(withoutIds(answer.text()))
                            .as("as if there were none")
                            .isEqualTo(withoutIds(ask(row, "no-such", token).text()));
                }
            }
        }
    }

    @Test
    void whoeverHoldsNothingMayDoWhatAnybodyMay() {
        for (String nobody : List.of("nothing", "expired", "withdrawn", "dismissed")) {
            String token = two.tokenOf(nobody);
            for (Row row : AccessTable.ROWS) {
                boolean may = isPublic(row, "here") || row.within() == Within.ONESELF;
                assertCell(row, "here", token, nobody, may);
            }
        }
    }

    @Test
    void whoeverHasNotSignedInMayReadWhatWasPublishedAndProveIt() {
        for (Row row : AccessTable.ROWS) {
            int status = ask(row, "here", null).status();
            if (isPublic(row, "here")) {
                assertThat(status).as("%s by anybody", row).isNotIn(401, 403, 404);
            } else {
                assertThat(status).as("%s by anybody", row).isEqualTo(401);
            }
        }
    }

    @Test
    void whatWasNotPublishedIsForNobodyOutside() {
        for (Row row : AccessTable.ROWS) {
            if (row.path().contains("/{snapshot}")) {
                assertThat(ask(row, "there", null).status()).as("%s", row).isEqualTo(401);
                assertThat(ask(row, "no-such", null).status()).as("%s", row).isEqualTo(401);
            }
        }
    }

    /** Of here the snapshot was published, of there it was not. */
    private static boolean isPublic(Row row, String where) {
        return row.roles().contains(Role.PUBLIC)
                && (!row.path().contains("{snapshot}") || where.equals("here"));
    }

    private static void assertCell(Row row, String where, String token, String who, boolean may) {
        int status = ask(row, where, token).status();
        if (may) {
            assertThat(status).as("%s by %s", row, who).isNotIn(401, 403, 404);
        } else {
            assertThat(status).as("%s by %s", row, who).isEqualTo(403);
        }
    }

    /** No command is sent that could be carried out: its body is not even JSON. */
    private static Answer ask(Row row, String where, String token) {
        String path = TwoPartnerships.addressIn(where, row.path());
        boolean read = row.method().name().equals("GET");
        if (token == null) {
            return read ? muniment.anonymously(path) : muniment.postForm(null, path, "[");
        }
        return read ? muniment.getBearing(token, path) : muniment.postBearing(token, path, "[");
    }

    private static String withoutIds(String text) {
        return text.replaceAll("(here|there|no-such)[a-z-]*", "id");
    }

    private static Set<String> endpoints() {
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
