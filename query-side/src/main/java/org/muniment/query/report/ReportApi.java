package org.muniment.query.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The frozen pack's content, and the report in each of its forms. None of them ever changes. */
@RestController
class ReportApi {
    private static final Duration FOR_GOOD = Duration.ofDays(365);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PackDesk desk;
    private final Reports reports;

    ReportApi(PackDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /** The bytes as frozen: their SHA-256 is the snapshot's. */
    @GetMapping("/api/snapshots/{snapshot}/content")
    ResponseEntity<byte[]> content(@PathVariable SnapshotId snapshot, Warrant warrant) {
        FrozenPack pack = desk.handOut(snapshot, ServedForm.JSON, warrant);
        return lasting(MediaType.APPLICATION_JSON, pack, "content").body(pack.content().bytes());
    }

    @GetMapping("/api/snapshots/{snapshot}/report.html")
    ResponseEntity<byte[]> html(@PathVariable SnapshotId snapshot, Warrant warrant) {
        FrozenPack pack = desk.handOut(snapshot, ServedForm.HTML, warrant);
        return lasting(HTML, pack, "html")
                .header("Content-Security-Policy", reports.policy(pack))
                .body(reports.html(pack));
    }

    @GetMapping("/api/snapshots/{snapshot}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable SnapshotId snapshot, Warrant warrant) {
        return file(warrant, snapshot, ServedForm.PDF, MediaType.APPLICATION_PDF, Reports::pdf);
    }

    @GetMapping("/api/snapshots/{snapshot}/report.csv")
    ResponseEntity<byte[]> csv(@PathVariable SnapshotId snapshot, Warrant warrant) {
        return file(warrant, snapshot, ServedForm.CSV, CSV, Reports::csv);
    }

    @GetMapping("/api/snapshots/{snapshot}/report.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable SnapshotId snapshot, Warrant warrant) {
        return file(warrant, snapshot, ServedForm.XLSX, XLSX, Reports::xlsx);
    }

    private ResponseEntity<byte[]> file(
            Warrant warrant,
            SnapshotId snapshot,
            ServedForm form,
            MediaType type,
            BiFunction<Reports, FrozenPack, byte[]> print) {
        FrozenPack pack = desk.handOut(snapshot, form, warrant);
        String extension = form.name().toLowerCase(Locale.ROOT);
        return lasting(type, pack, extension)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(snapshot.value() + "." + extension)
                                .build()
                                .toString())
                .body(print.apply(reports, pack));
    }

    private static ResponseEntity.BodyBuilder lasting(
            MediaType type, FrozenPack pack, String form) {
        String tag = form.equals("content") ? "" : "/" + pack.template() + "." + form;
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                .eTag("\"" + pack.sha256() + tag + "\"");
    }
}
