package org.muniment.ops.forms;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muniment.ops.forms.Form.Present;
import org.muniment.query.picture.KpiFigure;

/** What stands now, to be shown beside what is typed. Pure. */
final class InForce {
    private static final String NOTHING = "Nothing recorded yet";

    private InForce() {}

    /** Of the month that is chosen. */
    static List<Present> ofMonth(Subject subject, Entered typed) {
        YearMonth month = month(typed.text("month"));
        if (month == null) {
            return List.of();
        }
        KpiFigure figure = subject.kpi().months().get(month);
        String of = "Figure of " + Say.day(month);
        if (figure == null) {
            return List.of(new Present(of, NOTHING));
        }
        List<Present> now = new ArrayList<>();
        now.add(
                new Present(
                        of,
                        figure.actual() == null
                                ? Say.constant(figure.reason())
                                : figure.actual() + ", " + Say.constant(figure.status())));
        if (figure.target() != null) {
            now.add(new Present("Judged against", figure.target().toString()));
        }
        if (figure.comment() != null) {
            now.add(new Present("Comment", figure.comment().toString()));
        }
        return now;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static List<Present> ofTarget(Subject subject, Entered typed) {
        var definition = subject.kpi().definition();
        List<Present> now = new ArrayList<>();
        now.add(
                new Present(
                        "Annual target",
                        definition.annualTarget() == null
                                ? "None"
                                : definition.annualTarget().printed()));
        definition
                .profile()
                .targets()
                .forEach(
                        it ->
                                now.add(
                                        new Present(
                                                "To " + Say.day(it.month()),
                                                it.target().toString())));
        return now;
    }

    static List<Present> ofProgress(Subject subject, Entered typed) {
        var reports = subject.project().reports();
        if (reports.isEmpty()) {
            return List.of(new Present("Last report", NOTHING));
        }
        var last = reports.get(reports.lastKey());
        return List.of(
                new Present(
                        "Last report, as at " + Say.day(reports.lastKey()),
                        Say.constant(last.status()) + ": " + last.update()));
    }

    static List<Present> ofFinish(Subject subject, Entered typed) {
        Object finish = subject.project().finish();
        return List.of(new Present("Finish", finish == null ? "Ongoing" : Say.day(finish)));
    }

    static List<Present> ofLine(Subject subject, Entered typed) {
        var line = subject.line();
        String unit = " " + line.unit().symbol();
        List<Present> now = new ArrayList<>();
        now.add(new Present("Budget", line.amount() + unit));
        if (!line.forecasts().isEmpty()) {
            now.add(
                    new Present(
                            "Forecast as at " + Say.day(line.forecasts().lastKey()),
                            line.forecasts().get(line.forecasts().lastKey()).word() + unit));
        }
        return now;
    }

    static List<Present> ofMeeting(Subject subject, Entered typed) {
        var meeting = subject.meeting();
        return List.of(
                new Present("Starts", Say.time(meeting.startsAt().toString())),
                new Present("Place", Objects.toString(meeting.place(), "Not fixed yet")));
    }

    static List<Present> ofSnapshot(Subject subject, Entered typed) {
        var snapshot = subject.snapshot();
        return List.of(
                new Present("Pack", subject.title()),
                new Present("Frozen by", snapshot.frozen().by().value()),
                new Present("Frozen on", Say.instant(snapshot.frozen().recordedAt())),
                new Present("SHA-256", snapshot.sha256().toString()));
    }
}
