package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.ops.forms.Complaints.Complaint;
import tools.jackson.databind.json.JsonMapper;

/** What the API complains of is told beside the question it is about. */
class ComplaintsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Field> PROJECT = Catalogue.at("/plans/{plan}/projects").fields();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title             | must not be null  | title              | Enter the title
                    service           | must not be null  | service            | Select a service
                    title             | must not be blank | title              | Enter the title
                    start             | must be a month   | start-day          | Start must be a real month or date, such as 7 2017 or 31 7 2017
                    milestones[1].due | must be a month   | milestones-1-due-day | Due must be a real month or date, such as 7 2017 or 31 7 2017
                    milestones[0].id  | must be 1 to 64   | milestones-0-id    | Short name must be 1 to 64
                    leads[0]          | must not be blank | leads              | Enter the leads
                    milestones        | is too long       | milestones         | Milestones is too long
                    If-Match          | must be one       | form               | If-Match must be one
                    """)
    void eachComplaintLeadsToItsControl(String field, String message, String id, String words) {
        assertThat(complaints(400, field, message)).containsExactly(new Complaint(id, words));
    }

    @Test
    void whatARuleSaysIsASentenceAlready() {
        assertThat(complaints(409, "title", "there is one of that name"))
                .containsExactly(new Complaint("title", "There is one of that name"));
    }

    @Test
    void eachQuestionHasOnePhraseForWhatIsMissing() {
        assertThat(missing("/partnerships/{partnership}/meetings/new", "startsAt"))
                .isEqualTo("Enter when it starts");
        assertThat(missing("/snapshots/{snapshot}/publication", "meeting"))
                .isEqualTo("Select a meeting");
        assertThat(missing("/kpis/{kpi}/not-measured", "reason"))
                .isEqualTo("Select why there is none");
        assertThat(missing("/projects/{project}/progress", "asAt"))
                .isEqualTo("Enter the day that it is as at");
    }

    @Test
    void anIdThatIsProposedWhereItIsLeftEmptyIsNotAskedForBesideWhatIs() {
        String problem =
                """
                {"status":400,"errors":[{"field":"id","message":"must not be null"},
                 {"field":"title","message":"must not be null"}]}
                """;

        assertThat(Complaints.of(JSON.readTree(problem), PROJECT).all())
                .containsExactly(new Complaint("title", "Enter the title"));
        assertThat(complaints(400, "id", "must be 1 to 64")).hasSize(1);
    }

    private static String missing(String form, String field) {
        String problem =
                "{\"status\":400,\"errors\":[{\"field\":\"%s\",\"message\":\"must not be null\"}]}"
                        .formatted(field);
        return Complaints.of(JSON.readTree(problem), Catalogue.at(form).fields())
                .all()
                .get(0)
                .message();
    }

    @Test
    void whatIsAboutNoFieldIsAboutTheForm() {
        assertThat(
                        Complaints.of(
                                        JSON.readTree("{\"status\":503,\"detail\":\"try later\"}"),
                                        PROJECT)
                                .all())
                .containsExactly(new Complaint("form", "Try later"));
    }

    private static List<Complaint> complaints(int status, String field, String message) {
        String problem =
                "{\"status\":%d,\"errors\":[{\"field\":\"%s\",\"message\":\"%s\"}]}"
                        .formatted(status, field, message);
        return Complaints.of(JSON.readTree(problem), PROJECT).all();
    }
}
