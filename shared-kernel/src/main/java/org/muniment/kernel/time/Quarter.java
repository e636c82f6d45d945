package org.muniment.kernel.time;

import java.time.LocalDate;

/** A quarter of a financial year: Q1 is April to June, Q4 January to March. */
public enum Quarter {
    Q1,
    Q2,
    Q3,
    Q4;

    private static final int MONTHS = 3;

    public LocalDate firstDay(FinancialYear year) {
        return year.firstDay().plusMonths((long) MONTHS * ordinal());
    }

    public LocalDate lastDay(FinancialYear year) {
        return firstDay(year).plusMonths(MONTHS).minusDays(1);
    }
}
