package org.muniment.query.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.time.London;

/** How pages word what the record holds: dates as people write them, figures as papers print. */
public final class Words {
    private static final String NOTHING = "-";
    private static final DateTimeFormatter DAY = format("d MMMM uuuu");
    private static final DateTimeFormatter MONTH = format("MMMM uuuu");
    private static final DateTimeFormatter TIME = format("h:mm");
    private static final Pattern DATE =
            Pattern.compile("\\b[12][0-9]{3}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?\\b(?!-)");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final int NOON = 12;
    private static final Map<String, String> ROLES =
            Map.of(
                    "head-of-service", "head of service",
                    "finance-officer", "finance officer",
                    "client-officer", "client officer",
                    "admin", "administrator",
                    "system", "Muniment itself");

    /** Stored names of event forms, and what happened. */
    static final Map<String, String> EVENTS =
            Map.ofEntries(
                    Map.entry("partnership.established", "Partnership established"),
                    Map.entry("plan.adopted", "Plan adopted"),
                    Map.entry("plan.variation-explained", "Variation explained"),
                    Map.entry("plan.figure-stated", "Figure stated by a paper"),
                    Map.entry("plan.freeze-begun", "Freeze begun"),
                    Map.entry("kpi.defined", "Indicator defined"),
                    Map.entry("kpi.actual-recorded", "Actual recorded"),
                    Map.entry("kpi.not-measured-recorded", "Recorded as not measured"),
                    Map.entry("kpi.actual-restated", "Actual restated"),
                    Map.entry("kpi.target-revised", "Target revised"),
                    Map.entry("kpi.actual-signed-off", "Actual signed off"),
                    Map.entry("project.added", "Project added"),
                    Map.entry("project.progress-reported", "Progress reported"),
                    Map.entry("project.rescheduled", "Project rescheduled"),
                    Map.entry("project.completed", "Project completed"),
                    Map.entry("budget-line.approved", "Budget line approved"),
                    Map.entry("budget-line.adjusted", "Budget line adjusted"),
                    Map.entry("budget-line.outturn-forecast", "Outturn forecast"),
                    Map.entry("meeting.scheduled", "Meeting scheduled"),
                    Map.entry("meeting.rescheduled", "Meeting rescheduled"),
                    Map.entry("snapshot.quarter-frozen", "Quarter frozen"),
                    Map.entry("snapshot.freeze-confirmed", "Freeze confirmed"),
                    Map.entry("snapshot.published", "Pack published"),
                    Map.entry("snapshot.superseded", "Pack superseded"),
                    Map.entry("self-audit.completed", "Self-audit completed"),
                    Map.entry("dead-letter.retried", "Event tried again"),
                    Map.entry("dead-letter.evicted", "Event left out"),
                    Map.entry("servings.recorded", "Readings by members noted"),
                    Map.entry("ledger.key-rotated", "Ledger key changed"),
                    Map.entry("person.named", "Person named"),
                    Map.entry("person.erasure-proposed", "Erasure proposed"),
                    Map.entry("person.erased", "Personal data erased"),
                    Map.entry("request.answered", "Request answered"),
                    Map.entry("request.import-answered", "Import answered"),
                    Map.entry("access.role-granted", "Role given"),
                    Map.entry("access.role-withdrawn", "Role withdrawn"),
                    Map.entry("access.deputy-appointed", "Deputy appointed"),
                    Map.entry("access.deputy-dismissed", "Deputy dismissed"),
                    Map.entry("access.secret-issued", "Secret issued"),
                    Map.entry("access.secret-cancelled", "Secret cancelled"),
                    Map.entry("refusals.recorded", "Refused commands noted"));

    /** Kinds of findings by their ids. */
    private static final Map<String, String> FINDINGS =
            Map.ofEntries(
                    Map.entry("stated-figure-differs", "A stated figure is not the counted one"),
                    Map.entry("stated-figure-unknown", "A stated figure nobody counts"),
                    Map.entry("shares-do-not-add", "Shares that do not add up to 100%"),
                    Map.entry(
                            "variation-does-not-reconcile",
                            "The explanation does not add up to the budget’s variance"),
                    Map.entry("completed-before-start", "Completed before it started"),
                    Map.entry("knowledge-after-cut-off", "Reported from after the cut-off"),
                    Map.entry("overdue-without-new-date", "Overdue without a new date"),
                    Map.entry("not-applicable-counted-green", "Not applicable, but counted green"),
                    Map.entry(
                            "target-to-date-above-annual",
                            "Target to date above the year’s target"),
                    Map.entry("rate-target-zero", "A rate with a target of nothing"),
                    Map.entry("missing-actual", "Figures that are due and missing"),
                    Map.entry("missing-action", "Red, and no action is proposed"),
                    Map.entry("stale-owner", "Projects nobody has reported on"),
                    Map.entry("missing-forecast", "Budget lines nobody has forecast"),
                    Map.entry("event-left-out", "Events that are left out"));

    private final Printed printed = new Printed();

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** {@code 2017-09-14}, or a month: 14 September 2017, September 2017. */
    public String day(Object date) {
        if (date == null) {
            return NOTHING;
        }
        String text = date.toString();
        return text.length() == "2017-09".length()
                ? month(text)
                : LocalDate.parse(text).format(DAY);
    }

    public String month(Object month) {
        return month == null ? NOTHING : YearMonth.parse(month.toString()).format(MONTH);
    }

    /** Its day in London. */
    public String dayOf(Instant instant) {
        return instant == null ? NOTHING : day(London.dayOf(instant));
    }

    /** To the minute in London: 14 September 2017 at 6:00 pm. */
    public String instant(Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        var there = instant.atZone(London.ZONE);
        String half = there.getHour() < NOON ? "am" : "pm";
        return "%s at %s %s".formatted(there.format(DAY), there.format(TIME), half);
    }

    /** {@code NOT_MEASURED}: Not measured. */
    public String status(Object status) {
        if (status == null) {
            return "Not reported";
        }
        String words = status.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String role(String value) {
        return ROLES.getOrDefault(value, value);
    }

    public String event(String type) {
        return EVENTS.getOrDefault(type, type);
    }

    /** A sentence of the record with its dates as people write them. */
    public String prose(Object text) {
        return text == null
                ? NOTHING
                : DATE.matcher(text.toString()).replaceAll(it -> day(it.group()));
    }

    /** What a named figure is: an amount of the budget as papers print it, a date in words. */
    public String explained(String figure, String value) {
        return figure.startsWith("budget.") && AMOUNT.matcher(value).matches()
                ? money(Figure.of(value))
                : prose(value);
    }

    /** By its id: "Figures that are due and missing". */
    public String finding(String id) {
        return FINDINGS.getOrDefault(id, id);
    }

    /** An overspend stands in parentheses, nothing is "-". */
    public String money(Figure amount) {
        return printed.money(amount);
    }

    public String count(long count) {
        return printed.count(count);
    }

    public String orNothing(Object value) {
        return printed.orNothing(value);
    }
}
