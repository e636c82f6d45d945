package org.muniment.query.tasks;

import java.time.LocalDate;

/**
 * Something that is wanted from whoever asks.
 *
 * @param subject the thing's stream
 * @param title what people call it
 * @param what what is wanted, in words
 * @param since from which day on it is wanted
 * @param overdue whether a day that was set has passed
 * @param form where to do it
 */
record Task(
        Kind kind,
        String subject,
        String title,
        String what,
        LocalDate since,
        boolean overdue,
        String form) {
    enum Kind {
        FIGURE,
        PROGRESS,
        FINISH,
        FORECAST,
        ACTION,
        SIGN_OFF,
        CONFIRMATION,
        PUBLICATION
    }
}
