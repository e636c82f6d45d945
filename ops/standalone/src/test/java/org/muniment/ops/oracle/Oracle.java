package org.muniment.ops.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dashboard must show, worked out in the most simple-minded way: for each answer, all that
 * was accepted up to the position is gone through from the beginning. Knows nothing of events.
 */
final class Oracle {
    private final List<Accepted> accepted = new ArrayList<>();

    private record Accepted(long position, Said said) {}

    void heard(long position, Said said) {
        accepted.add(new Accepted(position, said));
    }

    /** Every shown value by name, as at the end of {@code month}, knowing {@code position}. */
    Map<String, String> view(long position, int month) {
        Map<String, String> view = new TreeMap<>();
        List<Said> known =
                accepted.stream()
                        .filter(it -> it.position <= position)
                        .map(Accepted::said)
                        .toList();
        int[] kpis = new int[5];
        int[] projects = new int[4];
        BigDecimal budget = BigDecimal.ZERO;
        BigDecimal forecast = BigDecimal.ZERO;
        for (Said said : known) {
            switch (said.kind()) {
                case DEFINE_KPI -> kpis[kpi(said, known, month, view)]++;
                case ADD_PROJECT -> projects[project(said, known, month, view)]++;
                case APPROVE_LINE -> {
                    BigDecimal amount = amount(said, known);
                    BigDecimal expected = expected(said, known, month);
                    view.put("line " + said.thing(), amount + " " + expected);
                    budget = budget.add(amount);
                    forecast = forecast == null || expected == null ? null : forecast.add(expected);
                }
                default -> {}
            }
        }
        view.put("kpis", "%s %s %s %s %s".formatted(box(kpis)));
        view.put("projects", "%s %s %s %s".formatted(box(projects)));
        view.put("budget", plain(budget) + " " + plain(forecast));
        return view;
    }

    /** Green, amber, red, not measured, not applicable. */
    private static int kpi(Said defined, List<Said> known, int month, Map<String, String> view) {
        for (int shown = month; shown >= 0; shown--) {
            Said last = null;
            String reported = null;
            for (Said said : known) {
                if (said.thing() != defined.thing() || said.month() != shown) {
                    continue;
                }
                switch (said.kind()) {
                    case ACTUAL, NOT_MEASURED -> last = said;
                    case RESTATEMENT -> {
                        reported = reported == null ? last.figure().toString() : reported;
                        last = said;
                    }
                    default -> {}
                }
            }
            if (last != null) {
                boolean measured = last.kind() != Said.Kind.NOT_MEASURED;
                int status = measured ? status(defined, last.figure()) : 3 + last.choice() % 2;
                view.put(
                        "kpi " + defined.thing(),
                        (measured ? last.figure() : null) + " " + status + " " + reported);
                return status;
            }
        }
        view.put("kpi " + defined.thing(), "null 3 null");
        return 3;
    }

    private static int status(Said defined, BigDecimal actual) {
        BigDecimal target = defined.figure();
        boolean more = defined.choice() % 2 == 0;
        BigDecimal miss = more ? target.subtract(actual) : actual.subtract(target);
        if (miss.signum() <= 0) {
            return 0;
        }
        return miss.compareTo(target.multiply(new BigDecimal("0.05"))) <= 0 ? 1 : 2;
    }

    /** Green, amber, red, not reported. */
    private static int project(Said added, List<Said> known, int month, Map<String, String> view) {
        boolean completed = false;
        int finish = added.month();
        TreeMap<Integer, Integer> reports = new TreeMap<>();
        for (Said said : known) {
            if (said.thing() == added.thing()) {
                switch (said.kind()) {
                    case COMPLETION -> completed = true;
                    case RESCHEDULE -> finish = said.month();
                    case PROGRESS -> reports.put(said.month(), said.choice() % 3);
                    default -> {}
                }
            }
        }
        Integer day = reports.floorKey(month);
        if (day == null && !reports.isEmpty()) {
            day = reports.firstKey();
        }
        int status = completed ? 0 : day == null ? 3 : reports.get(day);
        view.put("project " + added.thing(), status + " " + completed + " " + finish);
        return status;
    }

    private static BigDecimal amount(Said approved, List<Said> known) {
        BigDecimal amount = approved.figure();
        for (Said said : known) {
            if (said.kind() == Said.Kind.ADJUSTMENT && said.thing() == approved.thing()) {
                amount = amount.add(said.figure());
            }
        }
        return amount;
    }

    private static BigDecimal expected(Said approved, List<Said> known, int month) {
        TreeMap<Integer, BigDecimal> forecasts = new TreeMap<>();
        for (Said said : known) {
            if (said.kind() == Said.Kind.FORECAST && said.thing() == approved.thing()) {
                forecasts.put(said.month(), said.figure());
            }
        }
        Integer day = forecasts.floorKey(month);
        return day == null ? null : forecasts.get(day);
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "null" : amount.stripTrailingZeros().toPlainString();
    }

    private static Object[] box(int[] counts) {
        return Arrays.stream(counts).boxed().toArray();
    }
}
