package org.muniment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as they come, and once more together at the end. */
final class Table {
    private final List<String> rows = new ArrayList<>();

    void row(String what, double value, String unit) {
        String row = String.format(Locale.ROOT, "| %-58s | %,12.2f | %-8s |", what, value, unit);
        rows.add(row);
        System.err.println(row);
    }

    void print() {
        System.out.println("| what | figure | unit |\n|---|---|---|");
        rows.forEach(System.out::println);
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
