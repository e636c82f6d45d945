package org.muniment.kernel.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names a quarter as the committee froze it. */
public record SnapshotId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SnapshotId {
        Text.id(value);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "snapshot:" + value;
    }
}
