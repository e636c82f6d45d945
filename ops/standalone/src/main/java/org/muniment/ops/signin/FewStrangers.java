package org.muniment.ops.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Whoever begins to sign in has a session, and anybody can begin. So of those that have not been
 * signed in to only the latest are kept.
 */
@Component
final class FewStrangers implements HttpSessionListener {
    /** At up to 10 KB each a small part of the smallest heap; enough for a council's morning. */
    static final int MOST = 2_000;

    private final Queue<HttpSession> latest = new ArrayDeque<>();

    @Override
    public synchronized void sessionCreated(HttpSessionEvent created) {
        latest.add(created.getSession());
        if (latest.size() > MOST) {
            endIfStranger(latest.remove());
        }
    }

    private static void endIfStranger(HttpSession session) {
        try {
            if (session.getAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                    == null) {
                session.invalidate();
            }
        } catch (IllegalStateException ended) {
            // It was over already.
        }
    }
}
