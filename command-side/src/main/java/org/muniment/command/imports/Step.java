package org.muniment.command.imports;

import java.time.YearMonth;

/**
 * One command of a row.
 *
 * @param stream the thing it is sent to
 * @param words what it does, for people
 * @param month the month whose status it may change; null where there is none
 * @param once what a file may say only once; null where it may be said again
 */
record Step(String stream, Object command, String words, YearMonth month, String once) {}
