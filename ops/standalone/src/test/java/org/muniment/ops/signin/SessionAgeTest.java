package org.muniment.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTest {
    @Test
    void aSessionLastsAWorkingDayAndNoLonger() throws Exception {
        MockHttpSession session = new MockHttpSession();

        assertThat(after(Duration.ofHours(12).minusMillis(1), session)).isSameAs(session);
        assertThat(after(Duration.ofHours(12), session)).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoeverHasNoSessionIsNotGivenOne() throws Exception {
        assertThat(after(Duration.ZERO, null)).isNull();
    }

    /** The session that a request has left, so long after it began. */
    private static Object after(Duration age, MockHttpSession session) throws Exception {
        Instant begun = Instant.ofEpochMilli(session == null ? 0 : session.getCreationTime());
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockFilterChain chain = new MockFilterChain();
        new SessionAge(Clock.fixed(begun.plus(age), ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), chain);
        return ((HttpServletRequest) chain.getRequest()).getSession(false);
    }
}
