package org.muniment.kernel.serving;

/** In which form something was shown. */
public enum ServedForm {
    JSON,
    HTML,
    PDF,
    CSV,
    XLSX
}
