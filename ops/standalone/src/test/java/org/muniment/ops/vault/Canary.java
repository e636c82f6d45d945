package org.muniment.ops.vault;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A text that cannot be met by chance, and everything it could have become. */
final class Canary {
    static final String PLAIN = "Quillfeather";
    static final String ACCENTED = "\u00D1and\u00FAkanarie";

    /** Both, as somebody could be called. */
    static final String TEXT = PLAIN + " " + ACCENTED;

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.ISO_8859_1);
    private static final int GROUP = 3;
    private static final Map<String, byte[]> FORMS = forms();

    private Canary() {}

    private static Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String word : List.of(PLAIN, ACCENTED)) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = word.getBytes(charset);
                String name = word + " in " + charset;
                forms.put(name, bytes);
                forms.put(name + " in hexadecimal", ascii(HexFormat.of().formatHex(bytes)));
                forms.put(
                        name + " in HEXADECIMAL",
                        ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
                for (int before = 0; before < GROUP; before++) {
                    forms.put(
                            name + " in base64 after " + before,
                            ascii(base64(Base64.getEncoder(), bytes, before)));
                    forms.put(
                            name + " in base64url after " + before,
                            ascii(base64(Base64.getUrlEncoder(), bytes, before)));
                }
            }
            forms.put(word + " in a URL", ascii(URLEncoder.encode(word, StandardCharsets.UTF_8)));
        }
        forms.put("escaped as in JSON", ascii("\\u00D1and\\u00FAkanarie"));
        forms.put("escaped as in json", ascii("\\u00d1and\\u00fakanarie"));
        return forms;
    }

    /** The characters of the encoding that depend on the text alone, and not on its neighbours. */
    private static String base64(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] moved = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, moved, before, bytes.length);
        String encoded = encoder.encodeToString(moved);
        int first = before == 0 ? 0 : before + 1;
        return encoded.substring(first, moved.length * 8 / 6);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** In which forms it is in these bytes. */
    static List<String> formsIn(byte[] bytes) {
        return FORMS.entrySet().stream()
                .filter(form -> contains(bytes, form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> formsIn(String text) {
        return formsIn(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Which files below a directory hold it, by content or by name. */
    static List<String> filesWith(Path directory) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(directory)) {
            formsIn(Files.readAllBytes(file)).forEach(form -> found.add(file + ": " + form));
            formsIn(file.toString()).forEach(form -> found.add("name of " + file + ": " + form));
        }
        return found;
    }

    /** Which files below a directory hold these bytes. */
    static List<Path> filesWith(Path directory, byte[] bytes) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(directory)) {
            if (contains(Files.readAllBytes(file), bytes)) {
                found.add(file);
            }
        }
        return found;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
