package org.muniment.kernel.ledgerkey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names a log in its checkpoints: an address without its scheme. */
public record LedgerOrigin(@JsonValue String value) {
    private static final int MOST_CHARACTERS = 255;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LedgerOrigin {
        Text.line(value, MOST_CHARACTERS);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "ledger:" + value;
    }
}
