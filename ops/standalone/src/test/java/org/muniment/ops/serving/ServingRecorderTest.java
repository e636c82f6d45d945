package org.muniment.ops.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

class ServingRecorderTest {
    @Test
    void theSameBytesGivenToTheSameReaderAgainAreOneServingOfSeveralTimes() {
        Serving first = serving("ann", "page", "2017-09-14T08:00:00Z");
        Serving again = serving("ann", "page", "2017-09-14T08:00:01Z");

        assertThat(ServingRecorder.merged(List.of(first, again)))
                .singleElement()
                .satisfies(
                        merged -> {
                            assertThat(merged.times()).isEqualTo(2);
                            assertThat(merged.first()).isEqualTo(first.first());
                            assertThat(merged.last()).isEqualTo(again.last());
                        });
    }

    @Test
    void otherReadersAndOtherBytesStayApart() {
        List<Serving> servings =
                List.of(
                        serving("ann", "page", "2017-09-14T08:00:00Z"),
                        serving("bob", "page", "2017-09-14T08:00:00Z"),
                        serving("ann", "other", "2017-09-14T08:00:00Z"));

        assertThat(ServingRecorder.merged(servings)).isEqualTo(servings);
    }

    private static Serving serving(String reader, String bytes, String when) {
        Instant at = Instant.parse(when);
        return new Serving(
                new PlanId("bip"),
                null,
                ServedForm.HTML,
                7,
                Sha256.of(bytes),
                new PersonId(reader),
                at,
                at,
                1);
    }
}
