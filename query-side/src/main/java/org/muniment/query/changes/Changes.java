package org.muniment.query.changes;

import java.util.List;
import org.muniment.query.moment.AsOf;

/** What changed in a plan from one moment to another. */
public record Changes(String plan, AsOf from, AsOf to, List<Change> changes) {}
