package org.muniment.kernel.log;

/** A stored name and revision, and the class that is read from it today. */
public record EventForm(String name, String revision, Class<?> type) {}
