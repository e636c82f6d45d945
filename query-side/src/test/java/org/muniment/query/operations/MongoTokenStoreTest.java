package org.muniment.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.query.journal.ReadStore;

/** Claims on event processors, shared between processes. */
class MongoTokenStoreTest {
    private static final String PROCESSOR = "plan-pictures";
    private static final TrackingToken TOKEN = new GapAwareTrackingToken(412, Set.of());

    private final ReadStore store = new ReadStore();
    private final Ticking clock = new Ticking();
    private final MongoTokenStore here = tokenStore("here");
    private final MongoTokenStore there = tokenStore("there");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTokenIsClaimedStoredAndFoundAgain() {
        here.initializeTokenSegments(PROCESSOR, 1, null);

        assertThat(here.fetchToken(PROCESSOR, 0)).isNull();
        here.storeToken(TOKEN, PROCESSOR, 0);

        assertThat(here.fetchToken(PROCESSOR, 0)).isEqualTo(TOKEN);
        assertThat(tokenStore("here").fetchToken(PROCESSOR, 0)).isEqualTo(TOKEN);
    }

    @Test
    void segmentsAreInitialisedOnceAndListed() {
        here.initializeTokenSegments(PROCESSOR, 3, TOKEN);

        assertThat(there.fetchSegments(PROCESSOR)).containsExactly(0, 1, 2);
        assertThat(there.fetchSegments("another")).isEmpty();
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> there.initializeTokenSegments(PROCESSOR, 1, null));
        assertThatExceptionOfType(UnableToInitializeTokenException.class)
                .isThrownBy(() -> there.initializeSegment(null, PROCESSOR, 1));
    }

    @Test
    void whatOneProcessHoldsAnotherCannotTakeUntilTheClaimLapses() {
        here.initializeTokenSegments(PROCESSOR, 1, null);
        here.fetchToken(PROCESSOR, 0);

        assertUnclaimable(() -> there.fetchToken(PROCESSOR, 0));
        assertUnclaimable(() -> there.storeToken(TOKEN, PROCESSOR, 0));
        assertUnclaimable(() -> there.extendClaim(PROCESSOR, 0));
        assertUnclaimable(() -> there.deleteToken(PROCESSOR, 0));

        clock.now = clock.now.plusSeconds(9);
        here.extendClaim(PROCESSOR, 0);
        clock.now = clock.now.plusSeconds(9);
        assertUnclaimable(() -> there.fetchToken(PROCESSOR, 0));
        clock.now = clock.now.plusSeconds(2);
        there.fetchToken(PROCESSOR, 0);

        assertUnclaimable(() -> here.storeToken(TOKEN, PROCESSOR, 0));
        assertUnclaimable(() -> here.extendClaim(PROCESSOR, 0));
    }

    @Test
    void aReleasedClaimIsFreeAtOnceAndADeletedSegmentGone() {
        here.initializeTokenSegments(PROCESSOR, 2, TOKEN);
        here.fetchToken(PROCESSOR, 0);
        here.releaseClaim(PROCESSOR, 0);

        assertThat(there.fetchToken(PROCESSOR, 0)).isEqualTo(TOKEN);
        there.deleteToken(PROCESSOR, 0);
        assertThat(here.fetchSegments(PROCESSOR)).containsExactly(1);
        assertUnclaimable(() -> here.fetchToken(PROCESSOR, 0));
    }

    private static void assertUnclaimable(Runnable attempt) {
        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(attempt::run);
    }

    private MongoTokenStore tokenStore(String owner) {
        return new MongoTokenStore(
                store.database(),
                Jackson3Serializer.builder().build(),
                clock,
                Duration.ofSeconds(10),
                owner);
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2017-09-14T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
