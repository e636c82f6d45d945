package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.ops.forms.Field.Kind.DAY;
import static org.muniment.ops.forms.Field.Kind.FIGURE;
import static org.muniment.ops.forms.Field.Kind.LINE;
import static org.muniment.ops.forms.Field.Kind.LINES;
import static org.muniment.ops.forms.Field.Kind.MONTH_OR_DAY;
import static org.muniment.ops.forms.Field.Kind.TEXT;
import static org.muniment.ops.forms.Field.Kind.TIME;
import static org.muniment.ops.forms.Field.Kind.YES;
import static org.muniment.ops.forms.Field.group;
import static org.muniment.ops.forms.Field.of;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed becomes the body of the API's request. */
class EnteredTest {
    @Test
    void nothingTypedIsNothingSent() {
        assertThat(
                        json(
                                List.of(of(LINE, "title", "Title"), of(YES, "built", "Built")),
                                "title",
                                " "))
                .isEqualTo("{}");
    }

    @Test
    void whatHasADotIsALevelDeeperAndWhatIsTickedIsTrue() {
        assertThat(
                        json(
                                List.of(
                                        of(FIGURE, "annualTarget.value", "Target"),
                                        of(LINE, "annualTarget.text", "Words"),
                                        of(YES, "built", "Built")),
                                "annualTarget.value",
                                "90",
                                "annualTarget.text",
                                "better",
                                "built",
                                "true"))
                .isEqualTo(
                        "{\"annualTarget\":{\"value\":\"90\",\"text\":\"better\"},\"built\":true}");
    }

    @Test
    void linesEndAsInTheRecordAndAListHasOneEntryALine() {
        assertThat(
                        json(
                                List.of(
                                        of(TEXT, "update", "Progress"),
                                        of(LINES, "leads", "Leads")),
                                "update",
                                "One\r\nTwo ",
                                "leads",
                                " GB \r\n\r\nDH"))
                .isEqualTo("{\"update\":\"One\\nTwo\",\"leads\":[\"GB\",\"DH\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "31,  7, 2017, 2017-07-31",
        "1,  12, 2017, 2017-12-01",
        "'',  7, 2017, 2017-07",
        "31, '', 2017, 2017-00-31",
        "31,  7,   '', -07-31",
        "x,   7, 2017, 2017-07-0x"
    })
    void aDateIsPutTogetherAndWhatIsMissingIsLeftToBeRefused(
            String day, String month, String year, String said) {
        for (Field.Kind kind : List.of(DAY, MONTH_OR_DAY, TIME)) {
            assertThat(
                            json(
                                    List.of(of(kind, "asAt", "As at")),
                                    "asAt-day",
                                    day,
                                    "asAt-month",
                                    month,
                                    "asAt-year",
                                    year))
                    .isEqualTo("{\"asAt\":\"" + said + "\"}");
        }
    }

    @Test
    void aTimeFollowsItsDay() {
        assertThat(
                        json(
                                List.of(of(TIME, "startsAt", "Start")),
                                "startsAt-day",
                                "14",
                                "startsAt-month",
                                "9",
                                "startsAt-year",
                                "2017",
                                "startsAt-time",
                                "9:30"))
                .isEqualTo("{\"startsAt\":\"2017-09-14T09:30\"}");
    }

    @Test
    void aRowWhoseLastQuestionIsUnansweredIsNone() {
        Field items = group("items", "Items", of(LINE, "text", "Item"), of(FIGURE, "amount", "£"));

        assertThat(
                        json(
                                List.of(items),
                                "items[0].text",
                                "Left",
                                "items[2].text",
                                "Taken",
                                "items[2].amount",
                                "1.5"))
                .isEqualTo("{\"items\":[{\"text\":\"Taken\",\"amount\":\"1.5\"}]}");
        assertThat(
                        entered("items[2].text", "Taken", "items[2].amount", "1.5")
                                .compacted(List.of(items))
                                .text("items[0].amount"))
                .as("counted as the API counts them")
                .isEqualTo("1.5");
    }

    @Test
    void whatTheFormDoesNotAskForIsNeitherSentNorCarriedOn() {
        List<Field> fields = List.of(of(LINE, "title", "Title"));

        assertThat(json(fields, "title", "A", "judgement", "GREEN")).isEqualTo("{\"title\":\"A\"}");
        assertThat(entered("title", "A", "judgement", "GREEN").again(fields))
                .extracting(Entered.Control::name)
                .containsExactly("title");
    }

    private static String json(List<Field> fields, String... typed) {
        return entered(typed).json(fields).toString();
    }

    private static Entered entered(String... typed) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            parameters.put(typed[i], new String[] {typed[i + 1]});
        }
        return Entered.of(parameters);
    }
}
