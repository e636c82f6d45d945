package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;

/**
 * Every kind of page that links lead to, in every role, at the widths of a phone and of a desktop.
 * What was seen lies in target/screenshots.
 */
@InBrowser
class WalkTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int OK = 200;

    private static final Set<String> EXAMINED = new HashSet<>();

    private static Running muniment;
    private static Chromium chromium;

    @BeforeAll
    static void play(@TempDir Path data, Chromium browser) {
        muniment = Running.on(data, "demo");
        chromium = browser;
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member",
                "officer",
                "head-of-service",
                "finance-officer",
                "secretariat",
                "auditor",
                "client-officer",
                "admin"
            })
    void everyPageIsAsItShouldBeFor(String role) {
        try (Visitor visitor = chromium.visitor(muniment.address()).signIn(role)) {
            assertThat(walk(visitor, role, "/")).isEmpty();
        }
    }

    @Test
    void everyPageIsAsItShouldBeForThePublic() {
        try (Visitor visitor = chromium.visitor(muniment.address())) {
            assertThat(walk(visitor, "public", "/")).isEmpty();
        }
    }

    /** What is wrong on the pages that links lead to, each with its address. */
    private static List<String> walk(Visitor visitor, String role, String... beginnings) {
        Crawl crawl = new Crawl();
        for (String beginning : beginnings) {
            crawl.found(URI.create(beginning));
        }
        List<String> flaws = new ArrayList<>();
        for (Optional<String> next = crawl.next(); next.isPresent(); next = crawl.next()) {
            String address = next.get();
            flawsAt(address, visitor, role, crawl)
                    .forEach(flaw -> flaws.add("%s at %s: %s".formatted(role, address, flaw)));
        }
        assertThat(crawl.kinds()).hasSizeGreaterThan(1);
        return flaws;
    }

    private static List<String> flawsAt(String address, Visitor visitor, String role, Crawl crawl) {
        if (!Crawl.isPage(address)) {
            return answered(visitor.fetch(address));
        }
        List<String> flaws = new ArrayList<>(answered(visitor.open(address)));
        visitor.links().forEach(crawl::found);
        flaws.addAll(Flaws.inTheLoading(visitor));
        if (EXAMINED.add(withoutPerson(visitor.page().locator("body").innerHTML(), role))) {
            flaws.addAll(Flaws.inTheLook(visitor));
            photograph(visitor, role, Crawl.kind(address));
        }
        return flaws;
    }

    private static List<String> answered(int status) {
        return status == OK ? List.of() : List.of("answered " + status);
    }

    /** The same to the letter for somebody else need not be looked at twice. */
    private static String withoutPerson(String html, String role) {
        return html.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(">%s<".formatted(role), "><");
    }

    private static void photograph(Visitor visitor, String role, String kind) {
        String name = kind.replaceAll("[^a-z0-9?&]+", "-").replaceAll("^-|-$", "");
        for (int width : List.of(Flaws.PHONE, Flaws.DESKTOP)) {
            visitor.widen(width);
            visitor.page()
                    .screenshot(
                            new ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(
                                            SCREENSHOTS
                                                    .resolve(role)
                                                    .resolve(name + "-" + width + ".png")));
        }
    }
}
