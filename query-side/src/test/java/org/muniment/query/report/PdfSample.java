package org.muniment.query.report;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page with everything a report may hold, and a table of many pages. */
final class PdfSample {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <title>Record of performance – Ștefan &amp; “Ana”</title>
            <meta name="subject" content="What the joint committee saw &lt;2024–2026&gt;"/>
            <meta name="author" content="Muniment"/>
            <style>
            @page {
              size: A4; margin: 20mm 18mm 22mm 18mm;
              @bottom-left { content: "Record of performance"; font-size: 8pt; }
              @bottom-right {
                content: "Page " counter(page) " of " counter(pages); font-size: 8pt;
              }
            }
            html { font-family: sans-serif; font-size: 10pt; line-height: 1.35; }
            table { -fs-table-paginate: paginate; border-collapse: collapse; width: 100%%; }
            caption { font-weight: bold; text-align: left; }
            th, td { border: 0.5pt solid #888; padding: 2pt 4pt; text-align: left; }
            thead th { background-color: #eee; }
            tr { page-break-inside: avoid; }
            </style>
            </head>
            <body>
            <h1 id="top">Record of performance</h1>
            <p>Text with <strong>bold</strong>, <em>slanted</em>, <strong><em>both</em></strong>,
            <code>code</code>, office, fluid, é ș ğ İ ı € “quotes” – — … → Ω я, a mark
            the font lacks (✓), and
            <a href="https://example.org/terms">a link that is long enough to be broken over the end
            of its line and to go on at the start of the next</a>.</p>
            <h2 id="parties">Parties</h2>
            <h3 id="members">Members</h3>
            <ul>
            <li>First member</li>
            <li>Second member, see <a href="#acts">the acts</a></li>
            <li><p>Third member</p><ol><li>deputy</li></ol></li>
            </ul>
            <table>
            <caption>Seats</caption>
            <thead>
            <tr><th scope="col">Seat</th><th scope="col">Holder</th><th scope="col">Note</th></tr>
            </thead>
            <tbody>
            <tr><th scope="row">Chair</th><td>Ana</td><td></td></tr>
            <tr><th scope="row">Clerk</th><td colspan="2">Ștefan</td></tr>
            </tbody>
            </table>
            <h2 id="acts">Acts</h2>
            <table>
            <caption>All acts</caption>
            <thead><tr><th scope="col">Act</th><th scope="col">Text</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            <p>The end.</p>
            </body>
            </html>
            """;

    private PdfSample() {}

    static String xhtml() {
        String rows =
                IntStream.rangeClosed(1, 150)
                        .mapToObj(PdfSample::row)
                        .collect(Collectors.joining("\n"));
        return PAGE.formatted(rows);
    }

    private static String row(int number) {
        return """
        <tr><th scope="row">Act %d</th><td>What act %d says, in enough words that the text of \
        the cell now and then goes on to a second line of the same cell.</td></tr>\
        """
                .formatted(number, number);
    }

    /** Writes the sample's bytes in hex, for a test that compares them between processes. */
    public static void main(String[] args) {
        System.out.print(HexFormat.of().formatHex(Pdf.of(xhtml())));
    }
}
