package org.muniment.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Malformed;

class ReachTest {
    private static final PartnershipId HERE = new PartnershipId("here");
    private static final PartnershipId THERE = new PartnershipId("there");
    private static final Code ONE = new Code("ONE");
    private static final Code TWO = new Code("TWO");
    private static final Code AUDIT = new Code("SAS");
    private static final Code FINANCE = new Code("SFS");

    @Example
    void aRoleInOnePartnershipReachesNoOtherAndNotWhatBelongsToNone() {
        Reach here = new Reach(HERE, List.of(), List.of());

        assertThat(here.covers(new Place(HERE, ONE, AUDIT))).isTrue();
        assertThat(here.covers(Place.of(THERE))).isFalse();
        assertThat(here.covers(Place.INSTALLATION)).isFalse();
        assertThat(Reach.EVERYWHERE.covers(Place.INSTALLATION)).isTrue();
    }

    @Example
    void aLimitBindsWhereTheThingNamesACouncilOrAService() {
        Reach limited = new Reach(HERE, List.of(ONE), List.of(AUDIT));

        assertThat(limited.covers(new Place(HERE, ONE, AUDIT))).isTrue();
        assertThat(limited.covers(new Place(HERE, TWO, AUDIT))).isFalse();
        assertThat(limited.covers(new Place(HERE, Terms.SHARED, AUDIT))).isFalse();
        assertThat(limited.covers(new Place(HERE, ONE, FINANCE))).isFalse();
        assertThat(limited.covers(new Place(HERE, null, AUDIT))).isTrue();
        assertThat(limited.covers(Place.of(HERE))).isTrue();
    }

    /** Whoever is given less reaches nothing that whoever is given more does not. */
    @Property
    void everyLimitTakesAway(@ForAll("reaches") Reach reach, @ForAll("places") Place place) {
        Reach wider = new Reach(reach.partnership(), List.of(), List.of());

        if (reach.covers(place)) {
            assertThat(wider.covers(place)).isTrue();
            assertThat(Reach.EVERYWHERE.covers(place)).isTrue();
            assertThat(reach.includes(place.partnership())).isTrue();
        }
        if (reach.partnership() != null && !reach.partnership().equals(place.partnership())) {
            assertThat(reach.covers(place)).isFalse();
        }
    }

    @Example
    void onlyThoseWhoReportForServicesAreKeptToSomeOfThem() {
        Reach limited = new Reach(HERE, List.of(), List.of(AUDIT));

        for (Role role : Role.values()) {
            if (role.isOfServices()) {
                assertThat(grant(role, limited).reach()).isEqualTo(limited);
            } else {
                assertThatExceptionOfType(Malformed.class)
                        .isThrownBy(() -> grant(role, limited))
                        .returns("services", Malformed::field);
            }
        }
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> grant(Role.OFFICER, new Reach(null, List.of(ONE), List.of())))
                .returns("partnership", Malformed::field);
    }

    @Example
    void aGrantHoldsThroughItsLastDay() {
        LocalDate last = LocalDate.of(2018, 3, 31);
        Grant grant = new Grant(new GrantId("g"), Role.MEMBER, Reach.EVERYWHERE, last);

        assertThat(grant.isInForceOn(last)).isTrue();
        assertThat(grant.isInForceOn(last.plusDays(1))).isFalse();
        assertThat(grant(Role.MEMBER, Reach.EVERYWHERE).isInForceOn(LocalDate.MAX)).isTrue();
    }

    @Example
    void aWarrantSpeaksOfTheRolesThatAreAllowedAndOfThoseHeldApart() {
        Warrant warrant =
                new Warrant(
                        List.of(
                                grant(Role.MEMBER, Reach.EVERYWHERE),
                                grant(Role.OFFICER, new Reach(HERE, List.of(), List.of(AUDIT)))),
                        Set.of(Role.OFFICER, Role.HEAD_OF_SERVICE));

        assertThat(warrant.roleAt(new Place(HERE, null, AUDIT))).contains(Role.OFFICER);
        assertThat(warrant.roleAt(new Place(HERE, null, FINANCE))).isEmpty();
        assertThat(warrant.roleAt(Place.of(THERE))).isEmpty();
        assertThat(warrant.knows(THERE)).isTrue();
        assertThat(warrant.holds(Set.of(Role.MEMBER), THERE)).isTrue();
        assertThat(warrant.holds(Set.of(Role.OFFICER), THERE)).isFalse();
    }

    @Provide
    Arbitrary<Reach> reaches() {
        return Combinators.combine(
                        Arbitraries.of(HERE, THERE).injectNull(0.2),
                        Arbitraries.of(ONE, TWO, Terms.SHARED).list().ofMaxSize(2),
                        Arbitraries.of(AUDIT, FINANCE).list().ofMaxSize(2))
                .as(Reach::new);
    }

    @Provide
    Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.of(HERE, THERE).injectNull(0.2),
                        Arbitraries.of(ONE, TWO, Terms.SHARED).injectNull(0.3),
                        Arbitraries.of(AUDIT, FINANCE).injectNull(0.3))
                .as(Place::new);
    }

    private static Grant grant(Role role, Reach reach) {
        return new Grant(new GrantId("g"), role, reach, null);
    }
}
