package org.muniment.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import tools.jackson.databind.json.JsonMapper;

class StoredSnapshotTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aPackIsStoredAsTheTextThatWasHashed() {
        assertThat(JSON.readTree(JSON.writeValueAsString(CommitteeEvents.frozen())))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "snapshot": "q1",
                                  "plan": "bip-2017",
                                  "pack": {
                                    "quarter": "Q1",
                                    "asAt": "2017-07-31",
                                    "position": 63,
                                    "rules": "house-1",
                                    "template": "pack-1",
                                    "overrides": [
                                      {
                                        "finding": "completed-before-start:closure",
                                        "reason": "As the paper printed it"
                                      }
                                    ],
                                    "content": "{\\"unit\\":\\"£m\\"}",
                                    "sha256": "ce2e74f3f9e32355f4efdc9ab5d975a0383a146f1483a7033ea57f0327301ca3"
                                  },
                                  "supersedes": null,
                                  "frozenBy": "officer"
                                }
                                """));
    }

    @Test
    void aPackReadBackStillHasItsDigest() {
        QuarterFrozen read =
                JSON.readValue(
                        JSON.writeValueAsString(CommitteeEvents.frozen()), QuarterFrozen.class);

        assertThat(read.pack().content().sha256()).isEqualTo(read.pack().sha256());
    }
}
