package org.muniment.kernel.snapshot;

import org.muniment.kernel.words.Narrative;

/** Why a quarter is frozen although something in it does not add up; printed in the pack. */
public record FindingOverride(FindingName finding, Narrative reason) {}
