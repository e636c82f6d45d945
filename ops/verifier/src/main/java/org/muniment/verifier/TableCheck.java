package org.muniment.verifier;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.verifier.Faults.Kind;

/** That the SQLite file is whole, is a log, and has the log's tables and triggers and no others. */
final class TableCheck {
    static final List<String> DEFINITIONS =
            List.of(
                    "CREATE TABLE events ( position INTEGER PRIMARY KEY,"
                            + " event_id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL,"
                            + " sequence INTEGER NOT NULL, noun TEXT NOT NULL,"
                            + " recorded_at TEXT NOT NULL, type TEXT NOT NULL,"
                            + " revision TEXT NOT NULL, payload TEXT NOT NULL,"
                            + " metadata TEXT NOT NULL, UNIQUE (stream, sequence) ) STRICT",
                    "CREATE TABLE event_forms (type TEXT, revision TEXT, UNIQUE (type, revision))"
                            + " STRICT",
                    "CREATE TRIGGER note_form AFTER INSERT ON events BEGIN"
                            + " INSERT OR IGNORE INTO event_forms VALUES (new.type, new.revision);"
                            + " END",
                    "CREATE TRIGGER no_update BEFORE UPDATE ON events BEGIN"
                            + " SELECT RAISE(ABORT, 'events are for ever'); END",
                    "CREATE TRIGGER no_delete BEFORE DELETE ON events BEGIN"
                            + " SELECT RAISE(ABORT, 'events are for ever'); END");

    private static final String APPLICATION = String.valueOf(0x4D4E4D54);
    private static final String FORMAT = "1";
    private static final List<String> WHOLE = List.of("ok");

    private final LogFile log;
    private final Faults faults;

    TableCheck(LogFile log, Faults faults) {
        this.log = log;
        this.faults = faults;
    }

    void check() throws SQLException {
        List<String> integrity = log.ask("PRAGMA integrity_check(3)");
        if (!integrity.equals(WHOLE)) {
            faults.add(Kind.SQLITE, "the SQLite file is damaged: " + String.join("; ", integrity));
        }
        require("application_id", APPLICATION, "the file is no log of this software");
        require("user_version", FORMAT, "the log is of a format this verifier does not know");
        require("encoding", "UTF-8", "the log's texts are not kept in UTF-8");
        List<String> found =
                log.ask("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").stream()
                        .map(definition -> definition.replaceAll("\\s+", " ").strip())
                        .toList();
        report("the log lacks, or has in another form: ", DEFINITIONS, found);
        report("the log has what no log has: ", found, DEFINITIONS);
    }

    private void require(String setting, String wanted, String otherwise) throws SQLException {
        if (!log.ask("PRAGMA " + setting).equals(List.of(wanted))) {
            faults.add(Kind.FORMAT, otherwise);
        }
    }

    private void report(String what, List<String> of, List<String> without) {
        String names =
                of.stream()
                        .filter(definition -> !without.contains(definition))
                        .map(TableCheck::name)
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            faults.add(Kind.TABLES, what + names);
        }
    }

    /** What is created, and what it is called. */
    private static String name(String definition) {
        return definition.split(" \\(| AFTER| BEFORE", 2)[0].replaceFirst("CREATE ", "");
    }
}
