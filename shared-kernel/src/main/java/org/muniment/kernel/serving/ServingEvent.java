package org.muniment.kernel.serving;

import java.util.List;

/** What has been shown to members. */
public sealed interface ServingEvent {
    ServingsId batch();

    record ServingsRecorded(ServingsId batch, List<Serving> servings) implements ServingEvent {
        public ServingsRecorded {
            servings = List.copyOf(servings);
        }
    }
}
