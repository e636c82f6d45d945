package org.muniment.ops.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not be wrong with any page. */
final class Flaws {
    /** A phone, a desktop; and a desktop at 400 %, which is where WCAG 1.4.10 sets the bound. */
    static final int PHONE = 375;

    static final int DESKTOP = 1280;
    static final int ZOOMED = 320;

    static final long HEAVIEST = 300_000;

    private static final List<String> RULES =
            List.of(
                    "wcag2a",
                    "wcag2aa",
                    "wcag21a",
                    "wcag21aa",
                    "wcag22a",
                    "wcag22aa",
                    "best-practice");

    /** What no reader is meant to see: nothing at all, a value's wrapping, a class, a template. */
    private static final Pattern INNARDS =
            Pattern.compile(
                    "\\bnull\\b|Optional\\[|Optional\\.empty|org\\.muniment|\\bundefined\\b|\\bNaN\\b"
                            + "|\\[object |\\?\\?[\\w.]+\\?\\?|\\$\\{|\\bException\\b");

    private static final String PARTS =
            """
            () => {
              const part = it => [it.tagName, ...[...it.attributes].filter(a => /^(class|role|type|aria-)/.test(a.name))
                  .map(a => a.name + (a.name.startsWith('aria-') ? '' : a.value))].join(' ');
              const place = it => [it, it.parentElement, it.parentElement.parentElement ?? it].map(part).join(' in ');
              return [...new Set([...document.body.querySelectorAll('*')].map(place))].sort().join('\\n');
            }
            """;

    private static final String DEAD_FRAGMENTS =
            """
            () => [...document.querySelectorAll('a[href^="#"]')]
                .map(link => link.getAttribute('href'))
                .filter(href => href === '#' || !document.getElementById(decodeURIComponent(href.slice(1))))
            """;

    private static final String NAMELESS_SCROLLERS =
            """
            () => [...document.body.querySelectorAll('*:not(input, select, textarea)')]
                .filter(it => it.scrollWidth > it.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(it).overflowX))
                .filter(it => it.tabIndex !== 0 || it.getAttribute('role') !== 'region'
                    || !(it.ariaLabel || it.getAttribute('aria-labelledby')?.split(' ').every(id => document.getElementById(id))))
                .map(it => it.outerHTML.slice(0, 120))
            """;

    private Flaws() {}

    static List<String> of(Visitor visitor) {
        List<String> flaws = new ArrayList<>(atFirstSight(visitor));
        flaws.addAll(byTheRules(visitor));
        return flaws;
    }

    /** How the page came, what it says, and whether it fits; it is left as wide as a desktop. */
    static List<String> atFirstSight(Visitor visitor) {
        List<String> flaws = new ArrayList<>(visitor.traffic().complaints());
        Page page = visitor.page();
        String host = URI.create(page.url()).getAuthority();
        visitor.traffic().elsewhere(host).forEach(url -> flaws.add("asked elsewhere: " + url));
        long weight = visitor.traffic().weight();
        if (weight > HEAVIEST) {
            flaws.add("weighs %s bytes".formatted(weight));
        }
        flaws.addAll(inTheText(page));
        for (int width : List.of(ZOOMED, PHONE, DESKTOP)) {
            visitor.widen(width);
            flaws.addAll(tooWide(page, width));
            ((List<?>) page.evaluate(NAMELESS_SCROLLERS))
                    .forEach(
                            it ->
                                    flaws.add(
                                            "scrolls at %s without a name: %s"
                                                    .formatted(width, it)));
        }
        return flaws;
    }

    /** What axe-core finds, which depends on the page's parts and takes a second or two. */
    static List<String> byTheRules(Visitor visitor) {
        List<String> flaws = new ArrayList<>();
        for (int width : List.of(PHONE, DESKTOP)) {
            visitor.widen(width);
            flaws.addAll(inaccessible(visitor.page(), width));
        }
        return flaws;
    }

    /** What kinds of parts a page is put together from, whatever is written in them. */
    static String parts(Page page) {
        return page.evaluate(PARTS).toString();
    }

    private static List<String> inTheText(Page page) {
        List<String> flaws = new ArrayList<>();
        if (page.title().isBlank()) {
            flaws.add("no title");
        }
        int headings = page.locator("h1").count();
        if (headings != 1) {
            flaws.add("%s h1".formatted(headings));
        }
        String text = page.title() + '\n' + page.locator("body").innerText();
        Matcher innards = INNARDS.matcher(text);
        while (innards.find()) {
            flaws.add("shows: " + around(text, innards));
        }
        ((List<?>) page.evaluate(DEAD_FRAGMENTS))
                .forEach(href -> flaws.add("leads nowhere: " + href));
        return flaws;
    }

    private static String around(String text, Matcher found) {
        int margin = 40;
        return text.substring(
                        Math.max(0, found.start() - margin),
                        Math.min(text.length(), found.end() + margin))
                .replace('\n', ' ');
    }

    /** The document, not a table that scrolls by itself. */
    private static List<String> tooWide(Page page, int width) {
        int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        return needed <= width
                ? List.of()
                : List.of("%s wide in a window of %s: %s".formatted(needed, width, widest(page)));
    }

    private static Object widest(Page page) {
        return page.evaluate(
                """
                () => [...document.body.querySelectorAll('*')]
                    .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .slice(0, 3).map(it => it.outerHTML.slice(0, 120)).join(' | ')
                """);
    }

    private static List<String> inaccessible(Page page, int width) {
        return new AxeBuilder(page)
                        .options(violationsOnly())
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> "%s at %s: %s".formatted(rule.getId(), width, where(rule)))
                        .toList();
    }

    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String where(Rule rule) {
        int few = 3;
        return rule.getHelp()
                + rule.getNodes().stream()
                        .limit(few)
                        .map(node -> "\n      " + node.getHtml())
                        .toList();
    }
}
