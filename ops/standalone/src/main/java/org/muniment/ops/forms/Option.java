package org.muniment.ops.forms;

/** {@code value} as the API has it. */
record Option(String value, String label) {}
