package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.ops.forms.Field.Kind;
import tools.jackson.databind.JsonNode;

/** What a problem of the API means for a form: each complaint beside its question. Pure. */
final class Complaints {
    static final Complaints NONE = new Complaints();

    private static final Pattern ROW = Pattern.compile("(.+\\[[0-9]+]\\.)(.+)");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]$");
    private static final String FORM = "form";

    /** {@code field} is the id of the control it is about. */
    record Complaint(String field, String message) {}

    private final List<Complaint> all = new ArrayList<>();
    private final Map<String, String> byName = new HashMap<>();

    private Complaints() {}

    static Complaints of(JsonNode problem, List<Field> fields) {
        Complaints complaints = new Complaints();
        for (JsonNode error : problem.path("errors")) {
            complaints.add(
                    error.path("field").asString(""),
                    error.path("message").asString(""),
                    problem.path("status").asInt(0),
                    fields);
        }
        if (complaints.all.isEmpty()) {
            complaints.say(FORM, Say.capital(problem.path("detail").asString("It was refused")));
        }
        for (JsonNode finding : problem.path("findings")) {
            complaints.say(
                    "overrides", Say.prose(Say.capital(finding.path("message").asString("it"))));
        }
        return complaints;
    }

    static Complaints that(String message) {
        Complaints complaints = new Complaints();
        complaints.say(FORM, message);
        return complaints;
    }

    private void add(String name, String message, int status, List<Field> fields) {
        Matcher row = ROW.matcher(name);
        boolean inRow = row.matches();
        String prefix = inRow ? row.group(1) : "";
        Optional<Field> field =
                inRow
                        ? find(
                                        fields,
                                        INDEX.matcher(prefix.replaceFirst("\\.$", ""))
                                                .replaceAll(""))
                                .flatMap(group -> find(group.fields(), row.group(2)))
                        : find(fields, INDEX.matcher(name).replaceAll(""));
        if (field.isEmpty()) {
            say(FORM, name.isEmpty() ? message : name + " " + message);
            return;
        }
        String said = field.get().in(prefix);
        String words =
                status == 409 ? Say.prose(Say.capital(message)) : words(field.get(), message);
        if (field.get().kind() == Kind.ID && isMissing(message)) {
            return;
        }
        if (byName.putIfAbsent(said, words) == null) {
            all.add(new Complaint(Shown.idOf(field.get(), said), words));
        }
    }

    private void say(String id, String message) {
        all.add(new Complaint(id, message));
    }

    /** Also where the problem names what holds the field, or a part of it. */
    private static Optional<Field> find(List<Field> fields, String name) {
        return fields.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .or(
                        () ->
                                fields.stream()
                                        .filter(
                                                it ->
                                                        it.name().startsWith(name + ".")
                                                                || name.startsWith(it.name() + "["))
                                        .findFirst());
    }

    private static boolean isMissing(String message) {
        return message.equals("must not be null")
                || message.equals("must not be empty")
                || message.equals("must not be blank");
    }

    private static String words(Field field, String message) {
        boolean chosen = field.kind() == Kind.RADIOS || field.kind() == Kind.SELECT;
        if (isMissing(message)) {
            return Phrases.missing(field);
        }
        if (field.kind() == Kind.DAY) {
            return field.label() + " must be a real date, such as 31 7 2017";
        }
        if (field.kind() == Kind.MONTH_OR_DAY) {
            return field.label() + " must be a real month or date, such as 7 2017 or 31 7 2017";
        }
        if (chosen && message.startsWith("must be one of")) {
            return Phrases.missing(field);
        }
        return message.matches("(must|is|has|holds|cannot|does|happens|are|needs)\\b.*")
                ? field.label() + " " + message
                : Say.capital(message);
    }

    List<Complaint> all() {
        return all;
    }

    /** Null where there is none. */
    String of(String name) {
        return byName.get(name);
    }
}
