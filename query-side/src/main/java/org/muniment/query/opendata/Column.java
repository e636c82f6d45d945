package org.muniment.query.opendata;

import java.util.function.Function;

/**
 * A column of a table: what it is called and means, and how it is read from what a row is made of.
 *
 * @param unit what its values are counted or written in
 */
record Column<R>(
        String name, String meaning, String unit, String example, Function<R, Object> value) {}
