package org.muniment.kernel.words;

/** What was said makes no sense in itself, whatever the state of the record. Names the field. */
public final class Malformed extends IllegalArgumentException {
    private final String field;

    public Malformed(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
