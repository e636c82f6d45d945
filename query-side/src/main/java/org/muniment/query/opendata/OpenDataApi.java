package org.muniment.query.opendata;

import java.nio.charset.StandardCharsets;
import org.muniment.kernel.words.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One row for each figure of each published pack, those included that were superseded since. */
@RestController
class OpenDataApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OpenData data;

    OpenDataApi(OpenData data) {
        this.data = data;
    }

    @GetMapping("/api/open-data/kpis.csv")
    ResponseEntity<byte[]> kpis() {
        return file(OpenTables.KPIS.file(), data.csv(OpenTables.KPIS));
    }

    @GetMapping("/api/open-data/projects.csv")
    ResponseEntity<byte[]> projects() {
        return file(OpenTables.PROJECTS.file(), data.csv(OpenTables.PROJECTS));
    }

    @GetMapping("/api/open-data/budget.csv")
    ResponseEntity<byte[]> budget() {
        return file(OpenTables.BUDGET.file(), data.csv(OpenTables.BUDGET));
    }

    @GetMapping("/api/open-data/dictionary.csv")
    ResponseEntity<byte[]> dictionary() {
        return file("dictionary.csv", Dictionary.of(OpenTables.ALL).csv());
    }

    /** Whoever has the file asks whether it is still the same. */
    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("\"" + Sha256.of(bytes) + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(bytes);
    }
}
