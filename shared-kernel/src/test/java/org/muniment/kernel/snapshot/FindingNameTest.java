package org.muniment.kernel.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.findings.FindingKind;

class FindingNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "completed-before-start",
                "completed-before-start:preston-peer-review",
                "stated-figure-differs:kpis.SFS.red",
                "variation-does-not-reconcile:bip-2017-18"
            })
    void aFindingIsNamedByItsIdAndMayNameWhatItConcerns(String name) {
        assertThat(new FindingName(name)).hasToString(name);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFindingCanBeNamed(FindingKind kind) {
        assertThat(new FindingName(kind.id())).hasToString(kind.id());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ":preston-peer-review",
                "completed-before-start:",
                "completed-before-start:-",
                "completed-before-start:a:b",
                "Completed-Before-Start",
                "COMPLETED_BEFORE_START",
                "completed before start",
                "completed-before-start\n"
            })
    void anyOtherNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingName(name))
                .withMessageStartingWith("must be a finding's id");
    }

    @Test
    void anIdAloneCoversEveryFindingOfItsKindAndNoOther() {
        FindingName all = new FindingName("missing-actual");

        assertThat(all.covers("missing-actual", "grant-claims")).isTrue();
        assertThat(all.covers("missing-actual", "audit-plan")).isTrue();
        assertThat(all.covers("missing-action", "grant-claims")).isFalse();
    }

    @Test
    void aNameWithASubjectCoversThatFindingAlone() {
        FindingName one = new FindingName("missing-actual:grant-claims");

        assertThat(one.covers("missing-actual", "grant-claims")).isTrue();
        assertThat(one.covers("missing-actual", "grant-claims-2")).isFalse();
        assertThat(one.covers("missing-action", "grant-claims")).isFalse();
    }
}
