package org.muniment.ops.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.muniment.command.imports.ImportKind;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.report.CsvFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The headings of a file to import, and a row for each thing of the plan. */
@RestController
class TemplateApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** So that spreadsheets take it for what it is. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Journal journal;
    private final Moments moments;

    TemplateApi(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    @GetMapping("/api/plans/{plan}/imports/template")
    ResponseEntity<byte[]> template(@PathVariable PlanId plan, @RequestParam String kind) {
        ImportKind wanted = ImportKind.of(kind);
        PlanPicture picture = journal.knownAt(plan, moments.resolve(null, "asOf").position());
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(kind + ".csv").build().toString())
                .body(csv(wanted, things(wanted, picture)).getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(ImportKind kind, Map<String, Title> things) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(kind.headings());
            String[] row = new String[kind.headings().size()];
            Arrays.fill(row, "");
            things.forEach(
                    (id, title) -> {
                        row[0] = id;
                        row[1] = CsvFile.cell(title.value());
                        csv.writeRecord(row);
                    });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, Title> things(ImportKind kind, PlanPicture plan) {
        return switch (kind) {
            case KPI_ACTUALS -> titled(plan.kpis(), kpi -> kpi.definition().title());
            case PROJECTS -> titled(plan.projects(), project -> project.outline().title());
            case BUDGET_LINES -> titled(plan.budgetLines(), line -> line.category());
        };
    }

    private static <T> Map<String, Title> titled(Map<String, T> things, Function<T, Title> title) {
        Map<String, Title> titles = new LinkedHashMap<>();
        things.forEach((id, thing) -> titles.put(id, title.apply(thing)));
        return titles;
    }
}
