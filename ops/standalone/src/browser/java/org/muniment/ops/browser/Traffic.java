package org.muniment.ops.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Sizes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a page asked for and complained of since it was last asked for. Nothing is cached. */
final class Traffic {
    private static final int FIRST_ERROR = 400;

    private final List<String> complaints = new ArrayList<>();
    private final List<Request> asked = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();
    private final List<Request> lost = new ArrayList<>();

    Traffic(Page page) {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.setCacheDisabled", cacheDisabled());
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add("console: " + message.text());
                    }
                });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(this::ask);
        page.onRequestFinished(finished::add);
        page.onRequestFailed(this::lose);
        page.onResponse(this::see);
    }

    private static JsonObject cacheDisabled() {
        JsonObject settings = new JsonObject();
        settings.addProperty("cacheDisabled", true);
        return settings;
    }

    /** What the page before still asked for ends with it, and not always with a word. */
    private void ask(Request request) {
        if (request.isNavigationRequest() && request.redirectedFrom() == null) {
            asked.clear();
        }
        asked.add(request);
    }

    private void see(Response response) {
        if (response.status() >= FIRST_ERROR) {
            complaints.add("answered %s: %s".formatted(response.status(), response.url()));
        }
    }

    private void lose(Request request) {
        lost.add(request);
        if (!isLive(request)) {
            complaints.add("failed: " + request.url() + " " + request.failure());
        }
    }

    /** What stays open for as long as the page is shown. */
    private static boolean isLive(Request request) {
        return request.resourceType().equals("eventsource");
    }

    /** Whether all that was asked for has come, also what scripts ask for after the page. */
    boolean settled() {
        return asked.stream()
                .filter(request -> !isLive(request))
                .allMatch(request -> finished.contains(request) || lost.contains(request));
    }

    void forget() {
        complaints.clear();
        asked.clear();
        finished.clear();
        lost.clear();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Requests to anywhere but {@code host}. */
    List<String> elsewhere(String host) {
        return asked.stream()
                .map(Request::url)
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .filter(url -> !URI.create(url).getAuthority().equals(host))
                .toList();
    }

    /** Bytes that came over the wire, headers and all. */
    long weight() {
        return List.copyOf(finished).stream()
                .map(Request::sizes)
                .mapToLong(Traffic::received)
                .sum();
    }

    private static long received(Sizes sizes) {
        return (long) sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
