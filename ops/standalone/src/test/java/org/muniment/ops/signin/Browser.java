package org.muniment.ops.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/** Somebody at a browser: keeps cookies, follows redirects one by one, and fills in forms. */
public final class Browser {
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\" value=\"([A-Za-z0-9_-]+)\"");
    private static final Pattern ONWARD = Pattern.compile("content=\"0; url=([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private URI at;
    private Answer shown;

    public Browser(String address) {
        at = URI.create(address);
    }

    public static Browser at(Running muniment) {
        return new Browser("http://127.0.0.1:" + muniment.port());
    }

    /** Asks for a page and goes wherever that leads. */
    public Answer open(String address) {
        return follow(ask(address));
    }

    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            String next = next(last);
            if (next == null) {
                return last;
            }
            last = ask(next);
        }
        throw new IllegalStateException("redirected for ever: " + at);
    }

    /** Where an answer sends a browser by itself; null where it stays. */
    public static String next(Answer answer) {
        String location = answer.header("Location");
        Matcher onward = ONWARD.matcher(answer.text());
        return location == null && onward.find() ? onward.group(1).replace("&amp;", "&") : location;
    }

    /** Asks for a page and goes nowhere. */
    public Answer ask(String address) {
        return send(request(address).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    public Answer askAsProgram(String address) {
        return send(request(address).GET());
    }

    /** The form of the page that is shown, with its token. */
    public Answer submit(String address, Map<String, String> fields) {
        return submit(address, token(), fields);
    }

    public Answer submit(String address, String token, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html,*/*;q=0.8")
                        .POST(BodyPublishers.ofString(form)));
    }

    /** A form with a file in it. */
    public Answer upload(String address, String type, byte[] body) {
        return send(
                request(address)
                        .header("Content-Type", type)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** {@code headers} are names and values in turn. */
    public Answer post(String address, String json, String... headers) {
        HttpRequest.Builder request =
                request(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer with(String header, String value, String address) {
        return send(request(address).header(header, value).GET());
    }

    /** Through the embedded server's form, to the page that was asked for. */
    public Answer signIn(String page, String name, String secret) {
        open(page);
        return follow(submit("/sign-in", Map.of("name", name, "secret", secret)));
    }

    public Answer shown() {
        return shown;
    }

    /** The token of the page that is shown. */
    public String token() {
        Matcher token = TOKEN.matcher(shown.text());
        return token.find() ? token.group(1) : "";
    }

    public URI at() {
        return at;
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpRequest.Builder request(String address) {
        at = at.resolve(address);
        return HttpRequest.newBuilder(at);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            shown = new Answer(http.send(request.build(), BodyHandlers.ofString()));
            return shown;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
