package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;

/** By the keyboard alone: everything is reached, seen, and left again. */
@InBrowser
class KeyboardTest {
    @Test
    void aPageIsGoneThroughByTabAndItsFrameIsSkipped(@TempDir Path data, Chromium chromium) {
        try (Running muniment = Running.on(data, "demo");
                Visitor member = chromium.visitor(muniment.address())) {
            assertThat(Keyboard.flaws(member.at("/").page())).isEmpty();

            member.signIn("member");
            assertThat(Keyboard.flaws(member.at("/").page())).isEmpty();

            member.at("/").page().keyboard().press("Tab");
            member.page().keyboard().press("Enter");
            assertThat(member.page().evaluate("document.activeElement.id"))
                    .isEqualTo("main-content");
        }
    }

    @Test
    void whatDoesNotShowItsFocusIsFound(Chromium chromium) throws IOException {
        assertThat(flaws(chromium, "<style>a { outline: none }</style><a href='/'>a</a>"))
                .singleElement()
                .asString()
                .startsWith("does not show that it has the focus");
    }

    @Test
    void whatTakesTheFocusOutOfSightIsFound(Chromium chromium) throws IOException {
        assertThat(
                        flaws(
                                chromium,
                                "<style>a { position: absolute; left: -999px }</style><a href='/'>a</a>"))
                .singleElement()
                .asString()
                .startsWith("has the focus and is not shown");
    }

    @Test
    void aTrapIsFound(Chromium chromium) throws IOException {
        assertThat(
                        flaws(
                                chromium,
                                "<button onkeydown='event.preventDefault()'>a</button><a href='/'>b</a>"))
                .singleElement()
                .asString()
                .startsWith("the focus is trapped");
        assertThat(flaws(chromium, "<button>a</button><a href='/'>b</a>")).isEmpty();
    }

    private static List<String> flaws(Chromium chromium, String body) throws IOException {
        try (HandmadeSite site = new HandmadeSite();
                Visitor visitor = chromium.visitor(site.address())) {
            return Keyboard.flaws(visitor.at(site.with("Title", body)).page());
        }
    }
}
