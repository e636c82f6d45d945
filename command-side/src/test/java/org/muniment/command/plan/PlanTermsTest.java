package org.muniment.command.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.partnership.ChorleySouthRibble.ACCOUNTANCY;
import static org.muniment.command.partnership.ChorleySouthRibble.ASSURANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.AUDIT;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.plan.BusinessPlan.YEAR;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.words.Code;

class PlanTermsTest {
    private final PlanTerms plan = new PlanTerms(ChorleySouthRibble.ID, YEAR, TERMS);

    @Test
    void aServiceTheCouncilsDoNotShareIsUnknown() {
        assertThatThrownBy(() -> plan.requirePlace(new Code("HR"), AUDIT))
                .is(refusal("unknown-service", "service"));
    }

    @Test
    void aSectionOfAnotherServiceIsUnknown() {
        assertThatThrownBy(() -> plan.requirePlace(ASSURANCE, ACCOUNTANCY))
                .is(refusal("unknown-section", "section"));
    }

    @Test
    void aServiceAndOneOfItsSectionsAreAPlace() {
        assertThatCode(() -> plan.requirePlace(ASSURANCE, AUDIT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC", "SRBC", "SS"})
    void aCouncilOrTheSharedServiceIsAScope(String scope) {
        assertThatCode(() -> plan.requireScope(new Code(scope))).doesNotThrowAnyException();
    }

    @Test
    void nothingNeedsAScope() {
        assertThatCode(() -> plan.requireScope(null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SFS", "LCC"})
    void neitherAServiceNorAStrangeCouncilIsAScope(String scope) {
        assertThatThrownBy(() -> plan.requireScope(new Code(scope)))
                .is(refusal("unknown-scope", "scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04", "2018-03"})
    void theYearRunsFromAprilToMarch(String month) {
        assertThatCode(() -> PlanTerms.requireWithin(YEAR, YearMonth.parse(month), "month"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-03", "2018-04"})
    void aMonthOutsideTheYearBlamesTheFieldItCameIn(String month) {
        assertThatThrownBy(() -> PlanTerms.requireWithin(YEAR, YearMonth.parse(month), "anywhere"))
                .is(refusal("outside-financial-year", "anywhere"));
    }
}
