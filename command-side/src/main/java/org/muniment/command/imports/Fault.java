package org.muniment.command.imports;

/**
 * What is wrong with a row.
 *
 * @param column the heading as this product writes it; null where the row as a whole is meant
 */
record Fault(String column, String message) {}
