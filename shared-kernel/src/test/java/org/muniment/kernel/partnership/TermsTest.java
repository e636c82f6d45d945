package org.muniment.kernel.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

class TermsTest {
    private static final StatusRule RULE = new StatusRule(Figure.of("5"));
    private static final Council CHORLEY = council("CBC", "Chorley");
    private static final Council SOUTH_RIBBLE = council("SRBC", "South Ribble");
    private static final SharedService FINANCE = service("SFS");
    private static final SharedService ASSURANCE = service("SAS");

    @Test
    void councilsAndServicesKeepTheirOrder() {
        Terms terms = new Terms(List.of(SOUTH_RIBBLE, CHORLEY), List.of(FINANCE, ASSURANCE), RULE);

        assertThat(terms.councils()).containsExactly(SOUTH_RIBBLE, CHORLEY);
        assertThat(terms.services()).containsExactly(FINANCE, ASSURANCE);
    }

    @Test
    void twoCouncilsOfOneCodeAreMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                new Terms(
                                        List.of(CHORLEY, council("CBC", "Chesterfield")),
                                        List.of(FINANCE),
                                        RULE))
                .withMessage("must not use a code twice")
                .returns("councils", Malformed::field);
    }

    @Test
    void twoServicesOfOneCodeAreMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Terms(List.of(CHORLEY), List.of(FINANCE, FINANCE), RULE))
                .withMessage("must not use a code twice")
                .returns("services", Malformed::field);
    }

    @Test
    void aPartnershipNeedsACouncilAndAService() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Terms(List.of(), List.of(FINANCE), RULE))
                .withMessage("must name at least one")
                .returns("councils", Malformed::field);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Terms(List.of(CHORLEY), List.of(), RULE))
                .withMessage("must name at least one")
                .returns("services", Malformed::field);
    }

    @Test
    void termsDoNotChangeWithTheListTheyWereMadeFrom() {
        List<Council> councils = new ArrayList<>(List.of(CHORLEY));
        Terms terms = new Terms(councils, List.of(FINANCE), RULE);

        councils.add(SOUTH_RIBBLE);

        assertThat(terms.councils()).containsExactly(CHORLEY);
    }

    @Test
    void aServiceWithoutSectionsHasNone() {
        assertThat(new SharedService(new Code("SFS"), new Title("Financial"), null).sections())
                .isEmpty();
    }

    private static Council council(String code, String name) {
        return new Council(new Code(code), new Title(name));
    }

    private static SharedService service(String code) {
        return new SharedService(new Code(code), new Title(code), List.of(new Title("As a whole")));
    }
}
