package org.muniment.query.page;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * How the council that runs it wants its pages to look.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">relative luminance</a>
 */
@Component
public class Brand {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Map<String, MediaType> PICTURES =
            Map.of("svg", MediaType.valueOf("image/svg+xml"), "png", MediaType.IMAGE_PNG);

    /** White on the colour, of text of any size: WCAG 2.2, 1.4.3. */
    private static final double LEAST_CONTRAST = 4.5;

    private final String name;
    private final String colour;
    private final Resource logo;

    Brand(
            @Value("${muniment.brand.name:Muniment}") String name,
            @Value("${muniment.brand.colour:#1c4a5e}") String colour,
            @Value("${muniment.brand.logo:}") String logo) {
        if (!COLOUR.matcher(colour).matches() || contrastWithWhite(colour) < LEAST_CONTRAST) {
            throw new IllegalArgumentException(
                    "muniment.brand.colour must be #rrggbb and dark enough for white text, not "
                            + colour);
        }
        this.name = name;
        this.colour = colour;
        this.logo =
                logo.isBlank()
                        ? new ClassPathResource("static/icon.svg")
                        : new FileSystemResource(logo);
        if (logoType() == null || !this.logo.isReadable()) {
            throw new IllegalArgumentException(
                    "muniment.brand.logo must be a readable .svg or .png file, not " + logo);
        }
    }

    public String name() {
        return name;
    }

    String colour() {
        return colour;
    }

    Resource logo() {
        return logo;
    }

    MediaType logoType() {
        String file = String.valueOf(logo.getFilename());
        return PICTURES.get(file.substring(file.lastIndexOf('.') + 1));
    }

    static double contrastWithWhite(String colour) {
        double luminance =
                0.2126 * linear(colour, 1)
                        + 0.7152 * linear(colour, 3)
                        + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
