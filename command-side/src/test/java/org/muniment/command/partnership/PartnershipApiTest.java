package org.muniment.command.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.partnership.ChorleySouthRibble.NAME;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.partnership.ChorleySouthRibble.established;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.PartnershipApi.CouncilBody;
import org.muniment.command.partnership.PartnershipApi.Establishment;
import org.muniment.command.partnership.PartnershipApi.ServiceBody;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;

class PartnershipApiTest {
    private static final Caller ADMIN = new Caller("admin", "admin", null, "request-1", null);

    @Test
    void theRequestBecomesTheTermsOfThePartnership() {
        CommandSideInMemory side = CommandSideInMemory.of(new PartnershipModule());

        new PartnershipApi(side.commands()).establish(tolerating("5"), ADMIN);

        assertThat(side.events()).containsExactly(established());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.1"})
    void aToleranceThatIsNoPercentageNamesItsField(String percent) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> tolerating(percent).terms())
                .returns("amberWithinPercent", Malformed::field);
    }

    private static Establishment tolerating(String percent) {
        return new Establishment(
                ChorleySouthRibble.ID,
                NAME,
                TERMS.councils().stream()
                        .map(council -> new CouncilBody(council.code(), council.name()))
                        .toList(),
                TERMS.services().stream()
                        .map(it -> new ServiceBody(it.code(), it.name(), it.sections()))
                        .toList(),
                Figure.of(percent));
    }
}
