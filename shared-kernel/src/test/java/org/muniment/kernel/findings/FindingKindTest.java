package org.muniment.kernel.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding.Severity;

class FindingKindTest {
    @Test
    void noTwoKindsShareAnId() {
        assertThat(FindingKind.values()).extracting(FindingKind::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void anIdIsMadeOfLowerCaseWordsAndHyphens(FindingKind kind) {
        assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindSaysHowToMendIt(FindingKind kind) {
        assertThat(found(kind).mend()).matches("[A-Z].*[a-z]\\.");
    }

    @Test
    void anErrorStandsInTheWayAndAWarningDoesNot() {
        assertThat(found(FindingKind.MISSING_ACTUAL).standsInTheWay()).isTrue();
        assertThat(found(FindingKind.STALE_OWNER).standsInTheWay()).isFalse();
    }

    @Test
    void aFindingTellsWhatIsWrongWithWhat() {
        Finding finding =
                FindingKind.MISSING_ACTION.found("RED, without an action", List.of("grant-claims"));

        assertThat(finding)
                .isEqualTo(
                        new Finding(
                                "missing-action",
                                Severity.ERROR,
                                "RED, without an action",
                                null,
                                null,
                                List.of("grant-claims"),
                                "Report again, with the action that is proposed."));
    }

    @Test
    void aFindingMayCompareWhatWasSaidWithWhatTheRecordGives() {
        Finding finding = found(FindingKind.VARIATION_DOES_NOT_RECONCILE);

        assertThat(finding.comparing(Figure.of("0.033"), Figure.of("0.031")))
                .isEqualTo(
                        new Finding(
                                finding.id(),
                                finding.severity(),
                                finding.message(),
                                "0.033",
                                "0.031",
                                finding.subjects(),
                                finding.mend()));
    }

    private static Finding found(FindingKind kind) {
        return kind.found("something is wrong", List.of("grant-claims"));
    }
}
