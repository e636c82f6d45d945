package org.muniment.query.page.chart;

import java.math.BigDecimal;
import org.muniment.kernel.figures.Status;

/** A status as a shape and a word, so that nobody has to tell colours apart. */
enum Mark {
    GREEN("green") {
        @Override
        void draw(Drawing drawing, BigDecimal x, BigDecimal y) {
            drawing.shape("circle", "class", "chart-green", "cx", x, "cy", y, "r", 5);
        }
    },
    AMBER("amber") {
        @Override
        void draw(Drawing drawing, BigDecimal x, BigDecimal y) {
            drawing.shape("path", "class", "chart-amber", "d", from(x, y, 7) + "l7 7-7 7-7-7z");
        }
    },
    RED("red") {
        @Override
        void draw(Drawing drawing, BigDecimal x, BigDecimal y) {
            drawing.shape("path", "class", "chart-red", "d", from(x, y, 5) + "h5v10h-10v-10z");
        }
    },
    /** Of a figure that is kept as a matter of record, without a target. */
    NONE("without a target") {
        @Override
        void draw(Drawing drawing, BigDecimal x, BigDecimal y) {
            drawing.shape("circle", "class", "chart-unjudged", "cx", x, "cy", y, "r", 4);
        }
    };

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    static Mark of(Status status) {
        return switch (status) {
            case GREEN -> GREEN;
            case AMBER -> AMBER;
            case RED -> RED;
            case NOT_MEASURED, NOT_APPLICABLE -> NONE;
        };
    }

    String word() {
        return word;
    }

    abstract void draw(Drawing drawing, BigDecimal x, BigDecimal y);

    /** The middle of the upper edge or corner, {@code above} the point itself. */
    private static String from(BigDecimal x, BigDecimal y, int above) {
        return "M" + x + " " + y.subtract(BigDecimal.valueOf(above));
    }
}
