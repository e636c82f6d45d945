package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.List;
import org.muniment.ops.forms.Field.Kind;
import org.muniment.ops.forms.Form.Present;

/** What was typed, in words, to be looked over before it is sent. Pure. */
final class Summary {
    private Summary() {}

    static List<Present> of(Entered typed, Form form, Subject subject) {
        List<Present> answers = new ArrayList<>();
        add(answers, form.fields(), "", "", typed, subject);
        return answers;
    }

    private static void add(
            List<Present> answers,
            List<Field> fields,
            String prefix,
            String within,
            Entered typed,
            Subject subject) {
        for (Field field : fields) {
            if (field.kind() == Kind.GROUP) {
                int number = 1;
                for (String row : typed.rowsOf(field, prefix)) {
                    if (field.isOfFindings()) {
                        answers.add(overridden(field, row, typed, subject));
                        continue;
                    }
                    String label = "%s %d, ".formatted(field.label(), number++);
                    add(answers, field.fields(), row, label, typed, subject);
                }
            } else if (!typed.said(field, prefix).isEmpty()) {
                String label = within.isEmpty() ? field.label() : within + Say.small(field.label());
                answers.add(new Present(label, words(field, typed.said(field, prefix), subject)));
            }
        }
    }

    private static Present overridden(Field group, String row, Entered typed, Subject subject) {
        Field finding = group.fields().get(0);
        return new Present(
                words(finding, typed.said(finding, row), subject),
                typed.said(group.deciding(), row));
    }

    static String words(Field field, String value, Subject subject) {
        return switch (field.kind()) {
            case DAY, MONTH_OR_DAY -> Say.day(value);
            case TIME -> value.contains("T") ? value.replace("T", " at ") : Say.day(value);
            case YES -> "Yes";
            case FINDING -> Say.finding(value, subject.plan());
            default ->
                    field.options().apply(subject).stream()
                            .filter(option -> option.value().equals(value))
                            .map(Option::label)
                            .findFirst()
                            .orElse(value);
        };
    }
}
