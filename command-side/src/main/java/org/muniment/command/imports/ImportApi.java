package org.muniment.command.imports;

import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportApi {
    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final UnderWay underWay;

    ImportApi(Imports imports, UnderWay underWay) {
        this.imports = imports;
        this.underWay = underWay;
    }

    record Files(List<UnderWay.Item> items) {}

    /** The caller's own that are being taken at this moment. */
    @GetMapping("/api/plans/{plan}/imports")
    Files underWay(@PathVariable PlanId plan, Caller caller) {
        return new Files(underWay.of(caller, plan));
    }

    @PostMapping(
            path = "/api/plans/{plan}/imports",
            consumes = {CSV, XLSX})
    ImportAnswer take(
            @PathVariable PlanId plan,
            @RequestParam String kind,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody(required = false) byte[] body,
            Caller caller) {
        if (body == null || body.length == 0) {
            throw new Malformed("file", "is empty");
        }
        if (caller.expectedVersion() != null) {
            throw new Malformed("If-Match", "speaks of one thing, and an import of many");
        }
        boolean csv = type.isCompatibleWith(MediaType.valueOf(CSV));
        Sheet sheet = csv ? CsvSheet.read(body, type.getCharset()) : XlsxSheet.read(body);
        return imports.take(
                plan, ImportKind.of(kind), new Imports.File(body, sheet), dryRun, caller);
    }
}
