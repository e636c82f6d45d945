package org.muniment.query.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * Puts right what openhtmltopdf leaves in the structure tree and a screen reader would stumble
 * over: captions beside their table, table sections without a row, links with an empty description,
 * and the heading row read again for every page a table runs over.
 */
final class PdfTags {

    private static final Set<String> REPEATING = Set.of("THead", "TFoot");

    private final PDDocument document;
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private PdfTags(PDDocument document) {
        this.document = document;
    }

    static void tidy(PDDocument document) throws IOException {
        var tags = new PdfTags(document);
        tags.tidy(document.getDocumentCatalog().getStructureTreeRoot(), false);
        for (var page : document.getPages()) {
            var ids = tags.repeated.get(page.getCOSObject());
            if (ids != null) {
                tags.makeArtifacts(page, ids);
            }
        }
    }

    private void tidy(PDStructureNode parent, boolean repeating) {
        PDStructureElement table = null;
        for (Object kid : parent.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var type = element.getStructureType();
                tidy(element, repeating || REPEATING.contains(type));
                if ("".equals(element.getAlternateDescription())) {
                    element.getCOSObject().removeItem(COSName.ALT);
                }
                if (type.equals("Table")) {
                    table = element;
                } else if (type.equals("Caption") && table != null) {
                    parent.removeKid(element);
                    table.insertBefore(element, table.getKids().get(0));
                    element.setParent(table);
                } else if (REPEATING.contains(type) && element.getKids().isEmpty()) {
                    parent.removeKid(element);
                }
            } else if (repeating
                    && kid instanceof PDMarkedContentReference reference
                    && !reference.getPage().equals(((PDStructureElement) parent).getPage())) {
                ((PDStructureElement) parent).removeKid(reference);
                repeated.computeIfAbsent(
                                reference.getPage().getCOSObject(), page -> new HashSet<>())
                        .add(reference.getMCID());
            }
        }
    }

    private void makeArtifacts(PDPage page, Set<Integer> ids) throws IOException {
        var parents = parents(page);
        ids.forEach(id -> parents.set(id, COSNull.NULL));
        var tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.get(i - 1) instanceof COSDictionary properties
                    && ids.contains(properties.getInt(COSName.MCID))) {
                tokens.set(i - 2, COSName.ARTIFACT);
                properties.removeItem(COSName.MCID);
                properties.setName(COSName.TYPE, "Pagination");
            }
        }
        var contents = new PDStream(document);
        try (var out = contents.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(contents);
    }

    /** The parent tree is one flat array of keys, which count up from 0, and values. */
    private COSArray parents(PDPage page) {
        var tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        var numbers = tree.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        return (COSArray) numbers.getObject(2 * page.getStructParents() + 1);
    }
}
