package org.muniment.ops.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** What anybody may read without signing in, before and after a pack is replaced. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationsTest {
    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String CORRECTED = "/api/snapshots/q1-corrected";

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void play() {
        muniment = Running.on(data, "demo");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    @Order(1)
    void whatWasPublishedIsListedWithWhereItCanBeRead() {
        JsonNode list = muniment.anonymously("/api/publications").json();

        assertThat(list.get("items")).hasSize(1);
        JsonNode pack = list.at("/items/0");
        assertThat(pack.get("snapshot").asString()).isEqualTo("q1-2017-18");
        assertThat(pack.get("partnershipName").asString())
                .isEqualTo("Chorley and South Ribble Shared Services Partnership");
        assertThat(pack.get("meeting").asString()).isEqualTo("jc-2017-09");
        assertThat(pack.get("meetingAt").asString()).startsWith("2017-09-14T");
        assertThat(pack.get("asAt").asString()).isEqualTo("2017-07-31");
        assertThat(pack.get("inForce").asBoolean()).isTrue();
        assertThat(list.has("next")).isFalse();
        Answer content = muniment.anonymously(pack.at("/links/content").asString());
        assertThat(Sha256.of(content.text())).hasToString(pack.get("sha256").asString());
        pack.get("links")
                .forEach(
                        link ->
                                assertThat(muniment.anonymously(link.asString()).status())
                                        .as(link.asString())
                                        .isEqualTo(200));
    }

    @Test
    @Order(2)
    void openDataIsEveryFigureOfEveryPublishedPack() {
        Answer kpis = muniment.anonymously("/api/open-data/kpis.csv");

        assertThat(kpis.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(kpis.text().lines()).hasSize(1 + 32);
        assertThat(kpis.text())
                .startsWith("partnership,partnership_name,plan,financial_year,quarter,as_at,pack,")
                .contains(",grant-claims,SFS,", ",83.33,RED,tolerance-5,false,");
        assertThat(muniment.anonymously("/api/open-data/projects.csv").text().lines())
                .filteredOn(line -> line.startsWith("chorley-south-ribble,"))
                .hasSize(24);
        assertThat(muniment.anonymously("/api/open-data/budget.csv").text())
                .contains(",supplies,Supplies and Services,BASE,£m,0.064,0.066,-0.002");
        assertThat(muniment.anonymously("/api/open-data/dictionary.csv").text())
                .startsWith("file,column,meaning,unit,example\r\n")
                .contains("kpis.csv,target_to_date,What the figure was judged against,");
    }

    @Test
    @Order(3)
    void whoeverHasAFileIsToldThatItIsStillTheSame() {
        String tag = muniment.anonymously("/api/open-data/kpis.csv").header("ETag");

        assertThat(muniment.getWith("/api/open-data/kpis.csv", "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    @Test
    @Order(4)
    void nothingIsPublicBeforeItIsPublished() {
        freezeAgain();

        assertThat(muniment.anonymously("/api/publications").json().get("items")).hasSize(1);
        assertThat(muniment.anonymously("/api/open-data/kpis.csv").text())
                .doesNotContain("q1-corrected");
    }

    @Test
    @Order(5)
    void aPackThatWasReplacedStaysListedAndIsMarked() {
        muniment.post("head-of-service", CORRECTED + "/confirmation", "{}");
        muniment.post("secretariat", CORRECTED + "/publication", "{\"meeting\": \"jc-2017-09\"}");

        JsonNode list = muniment.anonymously("/api/publications").json();
        assertThat(list.get("items")).hasSize(2);
        assertThat(list.at("/items/0/snapshot").asString()).isEqualTo("q1-corrected");
        assertThat(list.at("/items/0/inForce").asBoolean()).isTrue();
        assertThat(list.at("/items/1/inForce").asBoolean()).isFalse();
        assertThat(list.at("/items/1/supersededBy").asString()).isEqualTo("q1-corrected");
        assertThat(muniment.anonymously("/api/open-data/kpis.csv").text())
                .contains(",true,,", ",false,q1-corrected,")
                .hasLineCount(1 + 2 * 32);
    }

    @Test
    @Order(6)
    void aLongListIsReadInPages() {
        JsonNode first = muniment.anonymously("/api/publications?limit=1").json();
        JsonNode second =
                muniment.anonymously(
                                "/api/publications?limit=1&before=" + first.get("next").asLong())
                        .json();

        assertThat(first.at("/items/0/snapshot").asString()).isEqualTo("q1-corrected");
        assertThat(second.at("/items/0/snapshot").asString()).isEqualTo("q1-2017-18");
        assertThat(second.has("next")).isFalse();
        Answer refused = muniment.anonymously("/api/publications?limit=0");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("limit");
    }

    private static void freezeAgain() {
        JsonNode draft =
                muniment.get("secretariat", PLAN + "/snapshots/draft?quarter=Q1&asAt=2017-07-31")
                        .json();
        StringBuilder overrides = new StringBuilder();
        draft.get("blocking").values().stream()
                .map(finding -> finding.get("id").asString())
                .distinct()
                .forEach(
                        id ->
                                overrides
                                        .append(overrides.isEmpty() ? "" : ", ")
                                        .append("{\"finding\": \"")
                                        .append(id)
                                        .append("\", \"reason\": \"As printed\"}"));
        Answer frozen =
                muniment.post(
                        "secretariat",
                        PLAN + "/snapshots",
                        """
                        {"id": "q1-corrected", "quarter": "Q1", "asAt": "2017-07-31",
                         "supersedes": "q1-2017-18", "overrides": [%s]}
                        """
                                .formatted(overrides));
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(201);
    }
}
