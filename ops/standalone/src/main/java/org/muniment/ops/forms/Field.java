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
 * @param unit what its figure is counted in, said before the hint; empty for all but money
 * @param phrase what is asked for where it is missing: "the title"
 */
record Field(
        String name,
        String label,
        String hint,
        Kind kind,
        boolean optional,
        Function<Subject, List<Option>> options,
        String from,
        List<Field> fields,
        Function<Subject, String> unit,
        String phrase) {
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
        /** Of the check's list: it is shown in words, and cannot be changed. */
        FINDING,
        /** Rows of questions; a row whose last question is unanswered is none. */
        GROUP
    }

    static Field of(Kind kind, String name, String label) {
        return new Field(
                name,
                label,
                null,
                kind,
                false,
                subject -> List.of(),
                null,
                List.of(),
                subject -> "",
                Phrases.of(kind, label));
    }

    static Field group(String name, String label, Field... fields) {
        return of(Kind.GROUP, name, label).orNothing().holding(Arrays.asList(fields));
    }

    /** The id of something new. */
    static Field id(String from) {
        return of(Kind.ID, "id", "Short name in addresses")
                .hint("Small letters, digits and hyphens. Leave it empty to have one proposed.")
                .orNothing()
                .from(from);
    }

    static Field reason(String label) {
        return of(Kind.TEXT, "reason", label);
    }

    Field hint(String words) {
        return new Field(name, label, words, kind, optional, options, from, fields, unit, phrase);
    }

    Field orNothing() {
        return new Field(name, label, hint, kind, true, options, from, fields, unit, phrase);
    }

    Field labelled(String words) {
        return new Field(name, words, hint, kind, optional, options, from, fields, unit, phrase);
    }

    Field among(Function<Subject, List<Option>> choice) {
        return new Field(name, label, hint, kind, optional, choice, from, fields, unit, phrase);
    }

    /** What its figure is counted in. */
    Field in(Function<Subject, String> words) {
        return new Field(name, label, hint, kind, optional, options, from, fields, words, phrase);
    }

    /** How it is asked for where it is missing and the label does not say it well. */
    Field askedAs(String words) {
        return new Field(name, label, hint, kind, optional, options, from, fields, unit, words);
    }

    private Field from(String other) {
        return new Field(name, label, hint, kind, optional, options, other, fields, unit, phrase);
    }

    private Field holding(List<Field> rows) {
        return new Field(name, label, hint, kind, optional, options, from, rows, unit, phrase);
    }

    /** The unit and the hint; null where there is neither. */
    String hint(Subject subject) {
        String said = (unit.apply(subject) + " " + (hint == null ? "" : hint)).strip();
        return said.isEmpty() ? null : said;
    }

    /** The one without which a row of a group is none. */
    Field deciding() {
        return fields.get(fields.size() - 1);
    }

    /** Whether its rows are those that the check lists, and no others. */
    boolean isOfFindings() {
        return kind == Kind.GROUP && fields.get(0).kind() == Kind.FINDING;
    }

    /** What it is called within a row of a group. */
    String in(String prefix) {
        return prefix + name;
    }
}
