package org.muniment.query.page.chart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A picture's markup, read as a browser would. */
final class Markup {
    private Markup() {}

    static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception unreadable) {
            throw new AssertionError(svg, unreadable);
        }
    }

    static List<String> text(Document svg, String element) {
        return elements(svg, element).map(Element::getTextContent).toList();
    }

    static List<String> attributes(Document svg, String element, String attribute) {
        return elements(svg, element).map(it -> it.getAttribute(attribute)).toList();
    }

    private static Stream<Element> elements(Document svg, String element) {
        var found = svg.getElementsByTagName(element);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
