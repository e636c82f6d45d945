package org.muniment.ops.demo;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a paper prints, every value as text. */
final class Yardstick {
    private final Map<String, Object> file;

    private Yardstick(Map<String, Object> file) {
        this.file = file;
    }

    static Yardstick of(String resource) throws Exception {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        Resolver textOnly =
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {}
                };
        Yaml yaml =
                new Yaml(
                        new SafeConstructor(loading),
                        new Representer(dumping),
                        dumping,
                        loading,
                        textOnly);
        try (InputStream text = Yardstick.class.getResourceAsStream(resource)) {
            return new Yardstick(yaml.load(text));
        }
    }

    @SuppressWarnings("unchecked") // the file's shape
    Map<String, Map<String, String>> counts(String table) {
        return (Map<String, Map<String, String>>) file.get(table);
    }

    @SuppressWarnings("unchecked") // the file's shape
    List<List<String>> rows(String table) {
        return (List<List<String>>) file.get(table);
    }

    @SuppressWarnings("unchecked") // the file's shape
    List<Map<String, String>> red() {
        return (List<Map<String, String>>) file.get("red");
    }

    @SuppressWarnings("unchecked") // the file's shape
    List<List<String>> budgetLines() {
        return (List<List<String>>) ((Map<String, Object>) file.get("budget")).get("lines");
    }

    @SuppressWarnings("unchecked") // the file's shape
    List<String> budget(String line) {
        return (List<String>) ((Map<String, Object>) file.get("budget")).get(line);
    }
}
