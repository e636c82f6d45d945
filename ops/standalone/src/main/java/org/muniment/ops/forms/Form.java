package org.muniment.ops.forms;

import java.util.List;
import java.util.function.BiFunction;
import org.muniment.ops.access.AccessTable;

/**
 * The form of one command.
 *
 * @param command its path in the API
 * @param button what sending it in earnest is called
 * @param present what is in force now of what is typed; empty where there is nothing yet
 */
record Form(
        String command,
        String title,
        String button,
        BiFunction<Subject, Entered, List<Present>> present,
        List<Field> fields) {
    /** A value that stands until the command changes it. */
    record Present(String label, String value) {}

    static Form of(String command, String title, String button, Field... fields) {
        return new Form(command, title, button, (subject, typed) -> List.of(), List.of(fields));
    }

    Form over(BiFunction<Subject, Entered, List<Present>> values) {
        return new Form(command, title, button, values, fields);
    }

    String path() {
        return AccessTable.formOf(command);
    }

    /** Whether the body says why; otherwise the request does. */
    public boolean givesReason() {
        return fields.stream().anyMatch(field -> field.name().equals("reason"));
    }
}
