package org.muniment.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"projects.total", "kpis.SFS.red", "total", "a.b.c.d.e", "not-measured"})
    void aFigureIsNamedByWordsJoinedByPoints(String name) {
        assertThat(new FigureName(name)).hasToString(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a.b.c.d.e.f", "$where", "a\n"})
    void anyOtherNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureName(name))
                .withMessage("must be words joined by points: projects.total");
    }
}
