package org.muniment.kernel.partnership;

import java.util.List;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;

/** A service the councils share, with the sections its papers are ordered by. */
public record SharedService(Code code, Title name, List<Title> sections) {
    public SharedService {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }
}
