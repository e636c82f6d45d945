package org.muniment.kernel.refusal;

import java.util.List;

/** What has been refused. */
public sealed interface RefusalEvent {
    RefusalsId batch();

    record RefusalsRecorded(RefusalsId batch, List<Refusal> refusals) implements RefusalEvent {
        public RefusalsRecorded {
            refusals = List.copyOf(refusals);
        }
    }
}
