package org.muniment.query.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.report.CsvFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a search of the trail found, as a table to take away. */
final class TrailFile {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> COLUMNS =
            List.of(
                    "position",
                    "recordedAt",
                    "type",
                    "subject",
                    "by",
                    "role",
                    "onBehalfOf",
                    "reason",
                    "what",
                    "leafHash");

    private TrailFile() {}

    static ResponseEntity<byte[]> of(PlanId plan, EventPage page) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(CSV)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(plan.value() + "-trail.csv")
                                        .build()
                                        .toString());
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(page.next())));
        }
        return answer.body(
                CsvFile.of(COLUMNS, page.events().stream().map(TrailFile::row).toList()));
    }

    private static String next(long position) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("after", position)
                .build()
                .toUriString();
    }

    private static List<Object> row(AuditedEvent event) {
        return Arrays.asList(
                event.position(),
                event.recordedAt(),
                event.type(),
                event.subject(),
                event.by(),
                event.role(),
                event.onBehalfOf(),
                event.reason(),
                event.what(),
                event.leafHash());
    }
}
