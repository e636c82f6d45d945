package org.muniment.ops.house.violating.ops;

/** Breaks rules on purpose. */
public class OpsThatIsKnown {}
