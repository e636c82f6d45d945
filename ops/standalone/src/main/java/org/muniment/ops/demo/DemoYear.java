package org.muniment.ops.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.kernel.time.London;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A year as a file tells it: commands with the day they are sent and who sends them. */
final class DemoYear {
    /** The lists of a plan, which are also the nouns of the api's paths. */
    private static final List<String> LISTS =
            List.of(
                    "kpis",
                    "projects",
                    "budget-lines",
                    "variations",
                    "stated-figures",
                    "snapshots");

    private static final Set<String> DIRECTIONS = Set.of("on", "as", "then");

    private final Map<String, Object> file;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One command: when, by whom, where to, and what it says.
     *
     * @param changed the address of the thing it changes; absent where it adds one
     */
    record Step(Instant on, String sender, String path, String changed, Map<String, Object> body) {}

    private DemoYear(Map<String, Object> file) {
        this.file = file;
        Map<String, Object> partnership = map(file.get("partnership"));
        Map<String, Object> plan = map(file.get("plan"));
        add("partnership", "/api/partnerships", partnership);
        add("plan", "/api/partnerships/" + partnership.get("id") + "/plans", plan);
        for (Object meeting : (List<?>) file.getOrDefault("meetings", List.of())) {
            add(
                    "meetings",
                    "/api/partnerships/" + partnership.get("id") + "/meetings",
                    map(meeting));
        }
        for (String list : LISTS) {
            for (Object thing : (List<?>) file.getOrDefault(list, List.of())) {
                add(list, "/api/plans/" + plan.get("id") + "/" + list, map(thing));
                addWhatFollows(list, map(thing));
            }
        }
        steps.sort(Comparator.comparing(Step::on));
    }

    static DemoYear read(Resource file) {
        try (InputStream text = file.getInputStream()) {
            return new DemoYear(map(yaml().load(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In the order in which they are sent. */
    List<Step> steps() {
        return steps;
    }

    Instant firstDay() {
        return steps.get(0).on();
    }

    /** Where the clock stands when everything has been sent. */
    Instant today() {
        return instant(file.get("today"));
    }

    private void addWhatFollows(String list, Map<String, Object> thing) {
        for (Object event : (List<?>) thing.getOrDefault("then", List.of())) {
            Map<String, Object> dated = map(event);
            dated.forEach(
                    (key, body) -> {
                        if (!DIRECTIONS.contains(key)) {
                            Map<String, Object> command = new LinkedHashMap<>(map(body));
                            DIRECTIONS.stream()
                                    .filter(dated::containsKey)
                                    .forEach(word -> command.put(word, dated.get(word)));
                            change(list, "/api/" + list + "/" + thing.get("id"), key, command);
                        }
                    });
        }
    }

    private void add(String list, String path, Map<String, Object> command) {
        step(list, path, null, command);
    }

    private void change(String list, String thing, String how, Map<String, Object> command) {
        step(list, thing + "/" + how, thing, command);
    }

    private void step(String list, String path, String changed, Map<String, Object> command) {
        Map<String, Object> body = new LinkedHashMap<>(command);
        body.keySet().removeAll(DIRECTIONS);
        Object sender = command.getOrDefault("as", map(file.get("senders")).get(list));
        steps.add(new Step(instant(command.get("on")), (String) sender, path, changed, body));
    }

    private static Instant instant(Object local) {
        return LocalDateTime.parse((String) local).atZone(London.ZONE).toInstant();
    }

    @SuppressWarnings("unchecked") // YAML maps have string keys here, or the file is wrong
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    /** Everything is text, so that digits stay as typed; only true and false are more. */
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        Resolver textOnly =
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
                    }
                };
        return new Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, textOnly);
    }
}
