package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muniment.ops.forms.Field.Kind;

/**
 * One question as the page shows it.
 *
 * @param kind in small letters, as the template's fragments are called
 * @param error null where there is none
 * @param rows of a group
 */
record Shown(
        String id,
        String name,
        String label,
        String hint,
        String kind,
        boolean optional,
        String value,
        String day,
        String month,
        String year,
        String time,
        List<Option> options,
        String error,
        List<List<Shown>> rows) {
    private static final List<Kind> DATES = List.of(Kind.DAY, Kind.MONTH_OR_DAY, Kind.TIME);

    static List<Shown> all(
            List<Field> fields, Subject subject, Entered typed, Complaints complaints) {
        return fields.stream().map(it -> of(it, "", subject, typed, complaints)).toList();
    }

    private static Shown of(
            Field field, String prefix, Subject subject, Entered typed, Complaints complaints) {
        String name = field.in(prefix);
        List<List<Shown>> rows = new ArrayList<>();
        if (field.kind() == Kind.GROUP) {
            for (int row = 0; row < rowsShown(field, typed); row++) {
                String within = Entered.row(field, prefix, row);
                rows.add(
                        asked(field, within, subject, typed).stream()
                                .map(it -> of(it, within, subject, typed, complaints))
                                .toList());
            }
        }
        return new Shown(
                plain(name),
                name,
                field.label(),
                field.hint(subject),
                field.isOfFindings() ? "findings" : field.kind().name().toLowerCase(Locale.ROOT),
                field.optional(),
                typed.text(name),
                typed.text(name + "-day"),
                typed.text(name + "-month"),
                typed.text(name + "-year"),
                typed.text(name + "-time"),
                field.options().apply(subject),
                complaints.of(name),
                rows);
    }

    /** The reason is asked for under what the finding says. */
    private static List<Field> asked(Field group, String row, Subject subject, Entered typed) {
        if (!group.isOfFindings()) {
            return group.fields();
        }
        Field finding = group.fields().get(0);
        Field reason = group.deciding();
        String said = Summary.words(finding, typed.said(finding, row), subject);
        return List.of(finding, reason.labelled(said + ": " + Say.small(reason.label())));
    }

    /** What was typed, and one more where it is asked for or there is none. */
    private static int rowsShown(Field group, Entered typed) {
        int rows = 0;
        while (holds(group, Entered.row(group, "", rows), typed)) {
            rows++;
        }
        if (group.isOfFindings()) {
            return rows;
        }
        return rows == 0 || typed.text("more").equals(group.name()) ? rows + 1 : rows;
    }

    private static boolean holds(Field group, String row, Entered typed) {
        return group.fields().stream().anyMatch(it -> !typed.said(it, row).isEmpty());
    }

    /** The control to be brought to: of several, the first. */
    static String idOf(Field field, String name) {
        if (field.kind() == Kind.RADIOS) {
            return plain(name) + "-1";
        }
        return DATES.contains(field.kind()) ? plain(name) + "-day" : plain(name);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
