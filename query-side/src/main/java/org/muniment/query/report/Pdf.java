package org.muniment.query.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.apache.xmpbox.xml.XmpSerializer;

/** An XHTML page as a tagged PDF/UA-1 file, the same bytes for the same page. */
final class Pdf {

    private static final String UNKNOWN_CHARACTER = "□";
    private static final Pattern SECTION =
            Pattern.compile("<h2 id=\"([a-z-]+)\"[^>]*>([^<\"]+)</h2>");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    static byte[] of(String xhtml) {
        try (var document = new PDDocument()) {
            render(document, xhtml);
            PdfTags.tidy(document);
            settle(document, xhtml);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void render(PDDocument document, String xhtml) throws IOException {
        var builder =
                new PdfRendererBuilder()
                        .usePDDocument(document)
                        .usePdfUaAccessibility(true)
                        .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                        .useReplacementText(UNKNOWN_CHARACTER)
                        .withProducer("Muniment")
                        .withHtmlContent(withOutline(xhtml), null);
        var regular = font(document, "LiberationSans-Regular.ttf");
        var bold = font(document, "LiberationSans-Bold.ttf");
        for (var family : List.of("SansSerif", "Serif", "Monospaced")) {
            builder.useFont(regular, family, 400, FontStyle.NORMAL, true);
            builder.useFont(bold, family, 700, FontStyle.NORMAL, true);
        }
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** The sections of the page as the file's outline; browsers know no such thing. */
    private static String withOutline(String xhtml) {
        String bookmarks =
                SECTION.matcher(xhtml)
                        .results()
                        .map(
                                section ->
                                        "<bookmark name=\"%s\" href=\"#%s\"/>"
                                                .formatted(section.group(2), section.group(1)))
                        .collect(Collectors.joining());
        return xhtml.replaceFirst(
                "</head>",
                Matcher.quoteReplacement("<bookmarks>" + bookmarks + "</bookmarks></head>"));
    }

    private static PDFontSupplier font(PDDocument document, String name) throws IOException {
        try (var in = Pdf.class.getResourceAsStream("/liberation/" + name)) {
            return new PDFontSupplier(PDType0Font.load(document, in, true));
        }
    }

    /** Takes out the clock, and the XML library that happens to come first on the class path. */
    private static void settle(PDDocument document, String xhtml) throws IOException {
        document.getDocumentInformation().setCreationDate(null);
        document.setDocumentId(
                UUID.nameUUIDFromBytes(xhtml.getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits());
        var metadata = document.getDocumentCatalog().getMetadata();
        var out = new ByteArrayOutputStream();
        try {
            var parser = new DomXmpParser();
            parser.setStrictParsing(false);
            new XmpSerializer(
                            TransformerFactory.newDefaultInstance(),
                            DocumentBuilderFactory.newDefaultInstance())
                    .serialize(parser.parse(metadata.toByteArray()), out, true);
        } catch (XmpParsingException | TransformerException e) {
            throw new IOException(e);
        }
        metadata.importXMPMetadata(out.toByteArray());
    }
}
