package org.muniment.ops.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser as a program: each visitor has a profile of their own in it. */
final class Chromium implements AutoCloseable {
    /** Without a sandbox, because tests run as root too; and without calls home. */
    private static final List<String> QUIETLY =
            List.of(
                    "--no-sandbox",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-domain-reliability",
                    "--disable-sync",
                    "--no-first-run",
                    "--no-pings");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium(Path program) {
        browser =
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIETLY));
    }

    Visitor visitor(String address) {
        return visitor(address, new NewContextOptions());
    }

    /** Somebody whose browser runs no scripts. */
    Visitor visitorWithoutScripts(String address) {
        return visitor(address, new NewContextOptions().setJavaScriptEnabled(false));
    }

    private Visitor visitor(String address, NewContextOptions options) {
        return new Visitor(
                browser.newContext(
                        options.setBaseURL(address)
                                .setLocale("en-GB")
                                .setTimezoneId("Europe/London")
                                .setReducedMotion(
                                        com.microsoft.playwright.options.ReducedMotion.REDUCE)));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
