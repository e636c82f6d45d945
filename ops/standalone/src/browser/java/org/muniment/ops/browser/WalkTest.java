package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;

/** Every kind of page that links lead to, in every role, as wide as a phone and as a desktop. */
@InBrowser
class WalkTest {
    private static final Walk WALK = new Walk();

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
            assertThat(WALK.flaws(visitor, role, "/")).isEmpty();
        }
    }

    @Test
    void everyPageIsAsItShouldBeForThePublic() {
        try (Visitor visitor = chromium.visitor(muniment.address())) {
            assertThat(WALK.flaws(visitor, "public", "/")).isEmpty();
        }
    }

    @Test
    void aWalkFindsWhatIsWrongBehindALink() throws java.io.IOException {
        try (HandmadeSite site = new HandmadeSite();
                Visitor visitor = chromium.visitor(site.address())) {
            String bad = site.with("Bad", "<main><h1>Bad</h1><p>Lead: null</p></main>");
            String good =
                    site.with(
                            "Good",
                            "<main><h1>Good</h1><p><a href='%s'>bad</a> <a href='/gone.pdf'>gone</a></p></main>"
                                    .formatted(bad));

            assertThat(new Walk().flaws(visitor, "nobody", good))
                    .anySatisfy(flaw -> assertThat(flaw).contains(bad, "shows: "))
                    .contains("nobody at /gone.pdf: answered 404");
        }
    }
}
