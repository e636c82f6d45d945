package org.muniment.query.page;

/** What is wrong with a field of a page's form, for its error summary. */
public record Complaint(String field, String message) {}
