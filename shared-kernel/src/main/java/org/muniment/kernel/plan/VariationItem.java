package org.muniment.kernel.plan;

import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Title;

/** One cause of a budget variation; an underspend is positive. */
public record VariationItem(Title text, Figure amount) {}
