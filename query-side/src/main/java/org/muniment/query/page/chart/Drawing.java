package org.muniment.query.page.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An SVG picture in the making: a title and a description first, then shapes and texts. */
final class Drawing {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /**
     * @param id unique in the page
     * @param description what a reader sees at a glance
     */
    Drawing(String id, int width, int height, String title, String description) {
        try {
            out = WRITERS.createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        open("svg", "class", "chart", "role", "img", "focusable", "false")
                .with("viewBox", "0 0 " + width + " " + height)
                .with("aria-labelledby", id + "-title " + id + "-desc");
        open("title", "id", id + "-title").say(title).close();
        open("desc", "id", id + "-desc").say(description).close();
    }

    /** {@code attributes} are names and values by turns. */
    Drawing open(String element, Object... attributes) {
        return write(() -> out.writeStartElement(element)).with(attributes);
    }

    Drawing with(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i].toString();
            String value = plain(attributes[i + 1]);
            write(() -> out.writeAttribute(name, value));
        }
        return this;
    }

    Drawing close() {
        return write(out::writeEndElement);
    }

    Drawing shape(String element, Object... attributes) {
        return open(element, attributes).close();
    }

    Drawing words(String words, Object... attributes) {
        return open("text", attributes).say(words).close();
    }

    String svg() {
        close();
        return text.toString();
    }

    private Drawing say(String words) {
        return write(() -> out.writeCharacters(words));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private interface Piece {
        void write() throws XMLStreamException;
    }

    private Drawing write(Piece piece) {
        try {
            piece.write();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
