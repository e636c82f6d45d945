package org.muniment.query.report;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The regions in which the tables of a report scroll. */
final class Regions {
    private final Document page;

    Regions(String xhtml) throws Exception {
        page =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xhtml)));
    }

    /** The captions of tables whose region cannot be reached by keyboard, or has another name. */
    List<String> unnamed() {
        return elements("table").stream()
                .map(table -> (Element) table.getElementsByTagName("caption").item(0))
                .filter(
                        caption ->
                                !isNamedBy(
                                        (Element) caption.getParentNode().getParentNode(), caption))
                .map(Element::getTextContent)
                .toList();
    }

    private boolean isNamedBy(Element region, Element caption) {
        List<String> names = List.of(region.getAttribute("aria-labelledby").split(" "));
        return region.getAttribute("role").equals("region")
                && region.getAttribute("tabindex").equals("0")
                && names.contains(caption.getAttribute("id"))
                && names.stream().allMatch(this::isOnce);
    }

    private boolean isOnce(String id) {
        return elements("*").stream().filter(it -> it.getAttribute("id").equals(id)).count() == 1;
    }

    private List<Element> elements(String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }
}
