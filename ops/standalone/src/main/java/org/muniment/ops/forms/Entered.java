package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody has typed, by the names of the form's controls. */
final class Entered {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ROWS = 100;

    private final Map<String, String> values;

    private Entered(Map<String, String> values) {
        this.values = values;
    }

    /** Browsers end lines with two characters; the record does with one. */
    static Entered of(Map<String, String[]> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach(
                (name, given) -> values.put(name, given[0].replace("\r\n", "\n").strip()));
        return new Entered(values);
    }

    Entered with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Entered(more);
    }

    /** Empty where nothing was typed. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The rows of a group that were filled in. */
    List<String> rowsOf(Field group, String prefix) {
        return IntStream.range(0, MOST_ROWS)
                .mapToObj(row -> row(group, prefix, row))
                .filter(row -> isAnswered(group.deciding(), row))
                .toList();
    }

    static String row(Field group, String prefix, int row) {
        return "%s[%d].".formatted(group.in(prefix), row);
    }

    private boolean isAnswered(Field field, String prefix) {
        return !said(field, prefix).isEmpty();
    }

    /** The same with the rows of groups counted from 0, as the API will count them. */
    Entered compacted(List<Field> fields) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        for (Field group : fields) {
            if (group.kind() == Field.Kind.GROUP) {
                kept.keySet().removeIf(name -> name.startsWith(group.name() + "["));
                List<String> rows = rowsOf(group, "");
                for (int i = 0; i < rows.size(); i++) {
                    move(rows.get(i), row(group, "", i), kept);
                }
            }
        }
        return new Entered(kept);
    }

    private void move(String from, String to, Map<String, String> kept) {
        values.forEach(
                (name, value) -> {
                    if (name.startsWith(from)) {
                        kept.put(to + name.substring(from.length()), value);
                    }
                });
    }

    /** The body of the request; what another form asks for is not looked at. */
    ObjectNode json(List<Field> fields) {
        return json(fields, "");
    }

    private ObjectNode json(List<Field> fields, String prefix) {
        ObjectNode body = JSON.objectNode();
        for (Field field : fields) {
            if (field.kind() == Field.Kind.GROUP) {
                ArrayNode rows = JSON.arrayNode();
                rowsOf(field, prefix).forEach(row -> rows.add(json(field.fields(), row)));
                if (!rows.isEmpty()) {
                    put(body, field.name(), rows);
                }
            } else if (isAnswered(field, prefix)) {
                put(body, field.name(), value(field, prefix));
            }
        }
        return body;
    }

    private JsonNode value(Field field, String prefix) {
        return switch (field.kind()) {
            case YES -> JSON.booleanNode(true);
            case LINES -> {
                ArrayNode lines = JSON.arrayNode();
                text(field.in(prefix))
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
                yield lines;
            }
            default -> JSON.stringNode(said(field, prefix));
        };
    }

    private static void put(ObjectNode body, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            body.set(name, value);
        } else {
            body.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
        }
    }

    /** The field's value as the API has it; empty where nothing was typed. */
    String said(Field field, String prefix) {
        String name = field.in(prefix);
        return switch (field.kind()) {
            case DAY, MONTH_OR_DAY -> date(name);
            case TIME -> {
                String time = text(name + "-time");
                yield time.isEmpty() ? date(name) : date(name) + "T" + padded(time, 5);
            }
            default -> text(name);
        };
    }

    /** What is missing stays visible, so that it is refused. */
    private String date(String name) {
        String day = text(name + "-day");
        String month = text(name + "-month");
        String year = text(name + "-year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return "";
        }
        String whole = year + "-" + padded(month, 2);
        return day.isEmpty() ? whole : whole + "-" + padded(day, 2);
    }

    private static String padded(String number, int length) {
        return "0".repeat(Math.max(0, length - number.length())) + number;
    }

    /** A control and what it holds. */
    record Control(String name, String value) {}

    /** What is to be sent again with the next step. */
    List<Control> again(List<Field> fields) {
        List<Control> kept = new ArrayList<>();
        values.forEach(
                (name, value) -> {
                    if (!value.isEmpty() && fields.stream().anyMatch(it -> asks(it, name))) {
                        kept.add(new Control(name, value));
                    }
                });
        return kept;
    }

    private static boolean asks(Field field, String name) {
        return name.equals(field.name())
                || name.startsWith(field.name() + "-")
                || name.startsWith(field.name() + "[");
    }
}
