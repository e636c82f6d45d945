package org.muniment.ops.browser;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the links from page to page, and says what is wrong with the pages. What was seen lies in
 * target/screenshots.
 */
final class Walk {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int OK = 200;

    /** By their parts: of a page with no part of its own, axe-core would say what it said. */
    private final Set<String> examined = new HashSet<>();

    /** What is wrong, each with its address; {@code name} is who the visitor has signed in as. */
    List<String> flaws(Visitor visitor, String name, String... beginnings) {
        Crawl crawl = new Crawl();
        for (String beginning : beginnings) {
            crawl.found(URI.create(beginning));
        }
        List<String> flaws = new ArrayList<>();
        for (Optional<String> next = crawl.next(); next.isPresent(); next = crawl.next()) {
            String address = next.get();
            flawsAt(address, visitor, name, crawl)
                    .forEach(flaw -> flaws.add("%s at %s: %s".formatted(name, address, flaw)));
        }
        return flaws;
    }

    private List<String> flawsAt(String address, Visitor visitor, String name, Crawl crawl) {
        if (!Crawl.isPage(address)) {
            return answered(visitor.fetch(address));
        }
        List<String> flaws = new ArrayList<>(answered(visitor.open(address)));
        visitor.links().forEach(crawl::found);
        flaws.addAll(Flaws.atFirstSight(visitor));
        if (examined.add(Flaws.parts(visitor.page()))) {
            flaws.addAll(Flaws.byTheRules(visitor));
            photograph(visitor, name, Crawl.kind(address));
        }
        return flaws;
    }

    private static List<String> answered(int status) {
        return status == OK ? List.of() : List.of("answered " + status);
    }

    private static void photograph(Visitor visitor, String name, String kind) {
        String file = kind.replaceAll("[^a-zA-Z0-9?&]+", "-").replaceAll("^-|-$", "");
        for (int width : List.of(Flaws.PHONE, Flaws.DESKTOP)) {
            visitor.widen(width);
            Path picture = SCREENSHOTS.resolve(name).resolve(file + "-" + width + ".png");
            visitor.page().screenshot(new ScreenshotOptions().setFullPage(true).setPath(picture));
        }
    }
}
