package org.muniment.ops.forms;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One question of a form.
 *
 * @param name in the body of the request, with a dot between levels
 * @param optional said to people; what is compulsory, the API decides
 * @param from the field that a new id is proposed from; null for all but ids
 * @param fields what each row of a group asks for
 */
record Field(
        String name,
        String label,
        String hint,
        Kind kind,
        boolean optional,
        Function<Subject, List<Option>> options,
        String from,
        List<Field> fields) {
    /** How it is asked. */
    enum Kind {
        LINE,
        TEXT,
        /** One entry a line. */
        LINES,
        FIGURE,
        RADIOS,
        SELECT,
        YES,
        DAY,
        MONTH_OR_DAY,
        /** A day, and a time where it is fixed. */
        TIME,
        ID,
        /** Rows of questions; a row whose last question is unanswered is none. */
        GROUP
    }

    static Field of(Kind kind, String name, String label) {
        return new Field(name, label, null, kind, false, subject -> List.of(), null, List.of());
    }

    static Field group(String name, String label, Field... fields) {
        return new Field(
                name,
                label,
                null,
                Kind.GROUP,
                true,
                subject -> List.of(),
                null,
                Arrays.asList(fields));
    }

    /** The id of something new. */
    static Field id(String from) {
        return new Field(
                "id",
                "Short name in addresses",
                "Small letters, digits and hyphens. Leave it empty to have one proposed.",
                Kind.ID,
                true,
                subject -> List.of(),
                from,
                List.of());
    }

    static Field reason(String label) {
        return of(Kind.TEXT, "reason", label);
    }

    Field hint(String words) {
        return new Field(name, label, words, kind, optional, options, from, fields);
    }

    Field orNothing() {
        return new Field(name, label, hint, kind, true, options, from, fields);
    }

    Field among(Function<Subject, List<Option>> choice) {
        return new Field(name, label, hint, kind, optional, choice, from, fields);
    }

    /** The one without which a row of a group is none. */
    Field deciding() {
        return fields.get(fields.size() - 1);
    }

    /** What it is called within a row of a group. */
    String in(String prefix) {
        return prefix + name;
    }
}
