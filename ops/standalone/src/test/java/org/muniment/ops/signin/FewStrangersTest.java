package org.muniment.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class FewStrangersTest {
    private final FewStrangers strangers = new FewStrangers();

    @Test
    void ofThoseNotSignedInOnlyTheLatestAreKept() {
        MockHttpSession first = begun();
        MockHttpSession second = begun();
        for (int i = 2; i < FewStrangers.MOST; i++) {
            begun();
        }
        assertThat(first.isInvalid()).isFalse();

        begun();
        assertThat(first.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isFalse();
    }

    @Test
    void strangersEndNobodysSession() {
        MockHttpSession person = begun();
        person.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl());
        MockHttpSession signedOut = begun();
        signedOut.invalidate();
        for (int i = 0; i < 2 * FewStrangers.MOST; i++) {
            begun();
        }

        assertThat(person.isInvalid()).isFalse();
    }

    private MockHttpSession begun() {
        MockHttpSession session = new MockHttpSession();
        strangers.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
