package org.muniment.ops.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.Proofs;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.Moments;
import org.muniment.query.page.Complaint;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the log proves of itself, and how to check it without believing us. */
@Controller
class LedgerPage {
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    private final Ledger ledger;
    private final Sealer sealer;
    private final Witnesses witnesses;
    private final Verification verification;
    private final Directory directory;
    private final Journal journal;
    private final Moments moments;

    LedgerPage(
            Ledger ledger,
            Sealer sealer,
            Witnesses witnesses,
            Verification verification,
            Directory directory,
            Journal journal,
            Moments moments) {
        this.ledger = ledger;
        this.sealer = sealer;
        this.witnesses = witnesses;
        this.verification = verification;
        this.directory = directory;
        this.journal = journal;
        this.moments = moments;
    }

    /** That the log of so many events is the beginning of a longer one, worked out now. */
    record Beginning(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> proof) {
        public boolean holds() {
            return Proofs.consistent(from, fromRoot, to, toRoot, proof);
        }
    }

    record QuarterEnd(String financialYear, Quarter quarter, LocalDate day) {}

    /** A published pack, whose bundle can be taken away. */
    record Pack(String plan, String snapshot, Quarter quarter, LocalDate asAt) {}

    @GetMapping(path = "/ledger", params = "!part")
    String show(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Warrant warrant,
            Model model) {
        long end = moments.resolve(null, "asOf").position();
        List<PlanEntry> plans = directory.plansWithin(warrant);
        model.addAttribute("origin", ledger.origin());
        model.addAttribute("fault", sealer.fault());
        model.addAttribute("sealed", ledger.last().orElse(null));
        model.addAttribute("cosigned", ledger.cosignedSize());
        model.addAttribute("witnesses", witnesses.standings());
        model.addAttribute("key", ledger.keys().current());
        model.addAttribute("earlier", ledger.keys().earlier());
        model.addAttribute("verification", verification.result());
        model.addAttribute("quarterEnds", quarterEnds(plans));
        model.addAttribute(
                "packs", plans.stream().flatMap(plan -> packs(plan, end).stream()).toList());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (from != null && !from.isBlank()) {
            compare(from, to, model);
        }
        return "ledger";
    }

    /** The part that changes while a verification is under way. */
    @GetMapping(path = "/ledger", params = "part=verification")
    String progress(Model model) {
        model.addAttribute("verification", verification.result());
        return "ledger :: verification";
    }

    @PostMapping("/ledger")
    String verify() {
        verification.start();
        return "redirect:/ledger#verification";
    }

    private void compare(String from, String to, Model model) {
        try {
            long longer = to == null || to.isBlank() ? ledger.sealedSize() : sizeOf(to, "to");
            long shorter = sizeOf(from, "from");
            if (longer > ledger.sealedSize()) {
                throw new Malformed("to", "the log is sealed up to " + ledger.sealedSize());
            }
            if (shorter < 1 || shorter > longer) {
                throw new Malformed(
                        "from",
                        "the earlier log must hold an event, and no more than the later one's "
                                + longer);
            }
            model.addAttribute(
                    "beginning",
                    new Beginning(
                            shorter,
                            longer,
                            ledger.rootOf(shorter),
                            ledger.rootOf(longer),
                            ledger.consistency(shorter, longer)));
        } catch (Malformed wrong) {
            model.addAttribute("errors", List.of(new Complaint(wrong.field(), wrong.getMessage())));
        }
    }

    /** A number of events, or a day, at whose end there were so many. */
    private long sizeOf(String text, String field) {
        return SIZE.matcher(text.strip()).matches()
                ? Long.parseLong(text.strip())
                : moments.resolve(text.strip(), field).position();
    }

    private List<QuarterEnd> quarterEnds(List<PlanEntry> plans) {
        LocalDate today = moments.resolve(null, "asOf").day();
        List<QuarterEnd> ends = new ArrayList<>();
        plans.stream()
                .map(PlanEntry::financialYear)
                .distinct()
                .forEach(
                        year ->
                                Arrays.stream(Quarter.values())
                                        .map(
                                                quarter ->
                                                        new QuarterEnd(
                                                                year,
                                                                quarter,
                                                                quarter.lastDay(
                                                                        FinancialYear.of(year))))
                                        .filter(end -> end.day().isBefore(today))
                                        .forEach(ends::add));
        ends.sort(Comparator.comparing(QuarterEnd::day));
        return ends;
    }

    private List<Pack> packs(PlanEntry plan, long position) {
        return journal.knownAt(new PlanId(plan.id()), position).snapshots().values().stream()
                .filter(SnapshotPicture::isPublished)
                .map(pack -> new Pack(plan.title(), pack.id().value(), pack.quarter(), pack.asAt()))
                .toList();
    }
}
