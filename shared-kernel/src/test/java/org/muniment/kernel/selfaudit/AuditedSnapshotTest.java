package org.muniment.kernel.selfaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;

class AuditedSnapshotTest {
    private static final Sha256 FROZEN = Sha256.of("{}");
    private static final Sha256 OTHER = Sha256.of("{ }");

    @Test
    void aSnapshotAgreesWhereWhatIsStoredAndWhatIsRebuiltHaveTheFrozenDigest() {
        assertThat(audited(FROZEN, FROZEN).agrees()).isTrue();
    }

    @Test
    void aContentThatWasTamperedWithDoesNotAgree() {
        assertThat(audited(OTHER, FROZEN).agrees()).isFalse();
    }

    @Test
    void aLogThatGivesAnotherPackDoesNotAgree() {
        assertThat(audited(FROZEN, OTHER).agrees()).isFalse();
    }

    @Test
    void aPackThatCouldNotBeRebuiltDoesNotAgree() {
        assertThat(audited(FROZEN, null).agrees()).isFalse();
    }

    private static AuditedSnapshot audited(Sha256 stored, Sha256 rebuilt) {
        return new AuditedSnapshot(new SnapshotId("q1-2017-18"), FROZEN, stored, rebuilt);
    }
}
