package org.muniment.ops.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which addresses are still to be looked at: a few of each kind, so that a walk ends. Pure. */
final class Crawl {
    /** A thing as usual, and the chance of one that is not. */
    private static final int OF_A_KIND = 2;

    private static final Pattern THING =
            Pattern.compile(
                    "/(partnerships|plans|kpis|projects|budget-lines|meetings|snapshots|people|published|access|events|open-data)/[^/?]+");

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> ofKind = new HashMap<>();

    /** {@code link} is as a page gives it, resolved against its own address. */
    void found(URI link) {
        String address =
                link.getRawPath() + (link.getRawQuery() == null ? "" : '?' + link.getRawQuery());
        if (known.add(address) && ofKind.merge(kind(address), 1, Integer::sum) <= OF_A_KIND) {
            waiting.add(address);
        }
    }

    Optional<String> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** What has been met so far. */
    Set<String> kinds() {
        return new TreeSet<>(ofKind.keySet());
    }

    /**
     * An address without what makes it one thing's: ids, the values of its query, and the cut-off,
     * which pages of a past moment may have or not.
     */
    static String kind(String address) {
        String[] parts = address.split("\\?", 2);
        String path = THING.matcher(parts[0]).replaceAll("/$1/{id}");
        if (parts.length == 1) {
            return path;
        }
        return Arrays.stream(parts[1].split("&"))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> !name.equals("asAt"))
                .sorted()
                .distinct()
                .collect(Collectors.joining("&", path + '?', ""));
    }

    /** Files and answers of the API are fetched; all else is opened, and so are reports. */
    static boolean isPage(String address) {
        String path = address.replaceFirst("\\?.*", "");
        return path.endsWith(".html") || !(path.startsWith("/api/") || path.matches(".*\\.\\w+"));
    }
}
