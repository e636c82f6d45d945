package org.muniment.ops.evidence;

import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.ops.access.Registry;
import org.muniment.ops.ledger.Notary;
import org.muniment.ops.ledger.Notary.Sealing;
import org.muniment.ops.log.LogRows;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.people.People;
import org.muniment.query.report.PackDesk;
import org.muniment.query.report.Reports;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Evidence to take away: a file that anybody can check, long after and without this product. */
@RestController
class EvidenceApi {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final PackDesk desk;
    private final Reports reports;
    private final LogRows log;
    private final Notary notary;
    private final People people;
    private final Registry registry;

    EvidenceApi(
            PackDesk desk,
            Reports reports,
            LogRows log,
            Notary notary,
            People people,
            Registry registry) {
        this.desk = desk;
        this.reports = reports;
        this.log = log;
        this.notary = notary;
        this.people = people;
        this.registry = registry;
    }

    /** Of what was frozen, who confirmed it, where it was published and what superseded it. */
    @GetMapping("/api/snapshots/{snapshot}/evidence.zip")
    ResponseEntity<byte[]> snapshot(@PathVariable SnapshotId snapshot, Warrant warrant) {
        FrozenPack pack = desk.handOut(snapshot, ServedForm.JSON, warrant);
        List<StoredEvent> events = log.rowsOf(snapshot.toString());
        Sealing sealing = covering(events);
        byte[] zip =
                new Bundle("snapshot " + snapshot.value())
                        .with("README.txt", Readme.ofSnapshot(snapshot, pack, notary.origin()))
                        .with("content.json", pack.content().bytes())
                        .with("report.html", reports.html(pack))
                        .with("report.pdf", reports.pdf(pack))
                        .with("report.csv", reports.csv(pack))
                        .proving(events, sealing, notary)
                        .signedBy(notary);
        return file(snapshot.value() + "-evidence.zip", zip);
    }

    /** Of what was said of a person, and of its erasure. */
    @GetMapping("/api/people/{person}/evidence.zip")
    ResponseEntity<byte[]> person(@PathVariable SubjectId person) {
        List<Opening> openings = people.openingsInForce(person);
        List<StoredEvent> events = log.rowsOf(person.toString());
        Sealing sealing = covering(events);
        Bundle bundle =
                new Bundle("person " + person.value())
                        .with("README.txt", Readme.ofPerson(person, notary.origin()))
                        .proving(events, sealing, notary);
        if (!openings.isEmpty()) {
            bundle.with("openings.json", CanonicalJson.of(openings));
        }
        return file(person.value() + "-evidence.zip", bundle.signedBy(notary));
    }

    /** Every column of an event, as stored: what its proof speaks of. */
    @GetMapping("/api/ledger/events/{position}")
    ResponseEntity<String> event(@PathVariable long position, Warrant warrant) {
        return log.rowsAfter(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .filter(event -> warrant.covers(registry.placeOf(event.stream())))
                .findFirst()
                .map(CanonicalJson::of)
                .map(json -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json))
                .orElseThrow(() -> new UnknownThing("event " + position));
    }

    /** All of them: none may be left out because it came last. */
    private Sealing covering(List<StoredEvent> events) {
        return notary.covering(events.get(events.size() - 1).position());
    }

    private static ResponseEntity<byte[]> file(String name, byte[] zip) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(zip);
    }
}
