package org.muniment.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.PersonId;

class ActorsTest {
    private static final PersonId ANN = new PersonId("ann");

    @Test
    void whoeverActedForThemselvesMeetsThemselvesOnly() {
        assertThat(acting("ann", null).meet(acting("ann", null))).isTrue();
        assertThat(acting("ann", null).meet(acting("bob", null))).isFalse();
    }

    @Test
    void aDeputyIsNeitherASecondPersonBesideTheOneTheyActForNorBesideThemselves() {
        assertThat(acting("ann", null).meet(acting("bob", "ann"))).isTrue();
        assertThat(acting("bob", "ann").meet(acting("ann", null))).isTrue();
        assertThat(acting("bob", "ann").meet(acting("bob", null))).isTrue();
        assertThat(acting("bob", "ann").meet(acting("cem", "ann"))).isTrue();
        assertThat(acting("bob", "ann").meet(acting("cem", "dee"))).isFalse();
    }

    @Test
    void bothAreBehindWhatADeputyDoes() {
        assertThat(acting("bob", "ann").include(ANN)).isTrue();
        assertThat(acting("ann", "bob").include(ANN)).isTrue();
        assertThat(acting("bob", null).include(ANN)).isFalse();
    }

    private static Actors acting(String by, String onBehalfOf) {
        return Actors.of(new PersonId(by), onBehalfOf);
    }
}
