package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;

/** A browser that runs no scripts gets the same pages, and they work. */
@InBrowser
class WithoutScriptsTest {
    @Test
    void peopleSignInAndChooseADay(@TempDir Path data, Chromium chromium) {
        try (Running muniment = Running.on(data, "demo");
                Visitor member = chromium.visitorWithoutScripts(muniment.address())) {
            member.signIn("member");
            member.follow("Dashboard");
            member.page().getByText("Choose another day").click();
            member.fill("What was known at the end of", "2017-09-14");
            member.press("Show");

            assertThat(member.page().url()).contains("asOf=2017-09-14");
            assertThat(member.text())
                    .contains("This page shows what was known at the end of 14 September 2017");

            member.follow("Show today");
            assertThat(member.text()).contains("This page shows what is known now");
            assertThat(member.page().evaluate("document.body.classList.contains('js-enabled')"))
                    .as("the control")
                    .isEqualTo(false);
        }
    }
}
