package org.muniment.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static byte[] pdf;

    @BeforeAll
    static void render() {
        pdf = Pdf.of(PdfSample.xhtml());
    }

    @Test
    void theFileIsAccessible() throws Exception {
        assertThat(Accessible.failures(pdf)).isEmpty();
    }

    @Test
    void withoutItsTagsTheSameFileDoesNotConform() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            var untagged = new ByteArrayOutputStream();
            document.save(untagged);
            assertThat(Accessible.failures(untagged.toByteArray()))
                    .anyMatch(failure -> failure.startsWith("7.1-"));
        }
    }

    @Test
    void theSamePageIsTheSameBytes() {
        assertThat(Pdf.of(PdfSample.xhtml())).isEqualTo(pdf);
    }

    @Test
    void soItIsInOtherProcessesZonesLanguagesAndEncodings() throws Exception {
        assertThat(inAnotherProcess()).isEqualTo(pdf);
        assertThat(
                        inAnotherProcess(
                                "-Duser.timezone=Asia/Tokyo",
                                "-Duser.language=tr",
                                "-Dfile.encoding=ISO-8859-1"))
                .isEqualTo(pdf);
    }

    @Test
    void anotherPageIsAnotherDocument() throws Exception {
        var other = Pdf.of(PdfSample.xhtml().replace("The end.", "An end."));
        try (var one = Loader.loadPDF(pdf);
                var two = Loader.loadPDF(other)) {
            assertThat(id(one)).isNotEqualTo(id(two));
        }
    }

    @Test
    void theClockIsNowhere() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentInformation().getModificationDate()).isNull();
            var xmp =
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8);
            assertThat(xmp).doesNotContain("Date");
            assertThat(xmp).contains("Record of performance – Ștefan &amp; “Ana”");
        }
    }

    @Test
    void aHeadingRowIsShownOnEveryPageAndReadOnce() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            var stripper = new PDFTextStripper();
            for (int page = 1; page < document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Act Text");
            }
            var headings = elements(document, "THead").stream().flatMap(PdfTest::leaves).toList();
            assertThat(headings).hasSize(5);
        }
    }

    @Test
    void aCaptionIsTheFirstOfItsTable() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            for (var table : elements(document, "Table")) {
                assertThat(table.getKids())
                        .extracting(kid -> ((PDStructureElement) kid).getStructureType())
                        .containsExactly("Caption", "THead", "TBody");
            }
        }
    }

    @Test
    void theOutlineFollowsTheSections() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            PDOutlineItem top = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(top.getTitle()).isEqualTo("Parties");
            assertThat(top.getNextSibling().getTitle()).isEqualTo("Acts");
        }
    }

    @Test
    void nothingIsFetched() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var base = "http://127.0.0.1:" + server.getLocalPort();
            Pdf.of(
                    """
                    <!DOCTYPE html SYSTEM "BASE/a.dtd">
                    <html lang="en"><head><title>t</title>
                    <link rel="stylesheet" href="BASE/a.css"/>
                    <style>@import url('BASE/b.css');
                    @font-face { font-family: f; src: url('BASE/f.ttf') }
                    p { font-family: f, serif; background-image: url('BASE/a.png') }</style>
                    </head><body><p>x <img alt="i" src="BASE/i.png"/></p></body></html>
                    """
                            .replace("BASE", base));
            server.setSoTimeout(200);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static byte[] inAnotherProcess(String... options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), PdfSample.class.getName()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var bytes = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return HexFormat.of().parseHex(new String(bytes, StandardCharsets.US_ASCII));
    }

    private static Object id(PDDocument document) {
        return document.getDocument().getDocumentID().get(0);
    }

    private static List<PDStructureElement> elements(PDDocument document, String type) {
        return elements(document.getDocumentCatalog().getStructureTreeRoot())
                .filter(element -> element.getStructureType().equals(type))
                .toList();
    }

    private static Stream<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> Stream.concat(Stream.of(element), elements(element)));
    }

    private static Stream<Object> leaves(PDStructureNode node) {
        return node.getKids().stream()
                .flatMap(
                        kid ->
                                kid instanceof PDStructureElement element
                                        ? leaves(element)
                                        : Stream.of(kid));
    }
}
