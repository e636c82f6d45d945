package org.muniment.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.muniment.ops.Running;

/** Somebody at a browser, who acts as people do: by what is written on things. */
final class Visitor implements AutoCloseable {
    private static final int HEIGHT = 800;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final BrowserContext context;
    private final Page page;
    private final Traffic traffic;

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE.toMillis());
        page = context.newPage();
        traffic = new Traffic(page);
    }

    Page page() {
        return page;
    }

    Traffic traffic() {
        return traffic;
    }

    /** The status that {@code address} is answered with. */
    int open(String address) {
        traffic.forget();
        Response response = page.navigate(address);
        settle();
        return response.status();
    }

    /** What the page before had asked for may never be told to have ended. */
    private void settle() {
        try {
            page.waitForCondition(
                    traffic::settled,
                    new Page.WaitForConditionOptions().setTimeout(SETTLING.toMillis()));
        } catch (TimeoutError unsettled) {
            // What failed is complained of by name; what is silent is not waited for any longer.
        }
    }

    /** The same, for whoever goes on from there. */
    Visitor at(String address) {
        open(address);
        return this;
    }

    /** What {@code address} is answered with where it is no page. */
    int fetch(String address) {
        return context.request().get(address).status();
    }

    /** Through the form, as everybody. */
    Visitor signIn(String name) {
        open("/");
        fill("Name", name);
        fill("Secret", Running.SECRET);
        press("Sign in");
        sees("Signed in as " + name);
        return this;
    }

    void fill(String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    }

    String valueOf(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true)).inputValue();
    }

    void choose(String label, String option) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
    }

    void tick(String label) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).check();
    }

    void press(String button) {
        named(AriaRole.BUTTON, button).click();
    }

    void follow(String link) {
        named(AriaRole.LINK, link).first().click();
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until it is written on the page, as people do. */
    void sees(String text) {
        assertThat(page.locator("body"))
                .containsText(text, new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    }

    void widen(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Where the page's links lead within this site. */
    List<URI> links() {
        URI here = URI.create(page.url());
        return ((List<?>) page.evaluate("[...document.links].map(link => link.href)"))
                .stream()
                        .map(href -> URI.create(href.toString()))
                        .filter(link -> Objects.equals(link.getAuthority(), here.getAuthority()))
                        .toList();
    }

    /** What is written on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
