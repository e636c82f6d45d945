package org.muniment.kernel.partnership;

import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;

/** A member council of a partnership. */
public record Council(Code code, Title name) {}
