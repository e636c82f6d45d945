package org.muniment.ops.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through a page by the Tab key alone, and says what cannot be seen or left that way. */
final class Keyboard {
    /** As a page without a trap has fewer places to stop at. */
    private static final int MOST_STOPS = 400;

    /** How everything looks while nothing has the focus. */
    private static final String REMEMBER =
            """
            () => {
              const look = it => { const s = getComputedStyle(it);
                return [s.outlineStyle === 'none' || s.outlineColor === 'rgba(0, 0, 0, 0)' ? '' : s.outline,
                  s.boxShadow, s.backgroundColor, s.border, s.textDecorationLine].join('|'); };
              window.lookOf = look;
              window.unfocused = new Map([...document.querySelectorAll('*')].map(it => [it, look(it)]));
              window.stops = new Set();
            }
            """;

    /** What has the focus: its look, its place, and whether it had the focus before. */
    private static final String STOP =
            """
            () => {
              const it = document.activeElement;
              if (it === document.body) return { end: true };
              const again = window.stops.has(it);
              window.stops.add(it);
              const box = it.getBoundingClientRect();
              const shown = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
                  && box.top < innerHeight && box.left < innerWidth;
              const parts = [it, ...it.querySelectorAll('*'), it.parentElement];
              const marked = parts.some(part => window.lookOf(part) !== window.unfocused.get(part))
                  || (it.labels ?? []).length > 0 && getComputedStyle(it.labels[0], '::before').boxShadow !== 'none';
              return { end: false, again, shown, marked, what: it.outerHTML.slice(0, 100) };
            }
            """;

    private Keyboard() {}

    static List<String> flaws(Page page) {
        page.evaluate(REMEMBER);
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            Map<?, ?> stop = (Map<?, ?>) page.evaluate(STOP);
            if (stop.get("end").equals(true)) {
                return flaws;
            }
            if (stop.get("again").equals(true)) {
                flaws.add("the focus is trapped at " + stop.get("what"));
                return flaws;
            }
            if (stop.get("shown").equals(false)) {
                flaws.add("has the focus and is not shown: " + stop.get("what"));
            }
            if (stop.get("marked").equals(false)) {
                flaws.add("does not show that it has the focus: " + stop.get("what"));
            }
        }
        flaws.add("more than %s places to stop at".formatted(MOST_STOPS));
        return flaws;
    }
}
