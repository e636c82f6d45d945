package org.muniment.query.picture;

/** A word and the position of the event that said it. */
public record Said<T>(T word, long position) {}
