package org.muniment.ops.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.access.AccessTable.Addressed;
import org.muniment.ops.http.Problems;
import org.muniment.ops.inner.InnerRequests;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes for the auditor which commands of people who had signed in were refused: who tried to alter
 * a frozen quarter, or to reach where they have no part. What was malformed was no command yet, and
 * what was only tried altered nothing.
 */
final class RefusedCommands extends OncePerRequestFilter {
    private static final Map<Integer, String> REFUSED =
            Map.of(
                    403, "forbidden",
                    404, "unknown",
                    409, "refused",
                    412, "stale",
                    422, "key-reused");

    /** Where they have no part, they have none to try anything in. */
    private static final Set<Integer> REFUSED_TO_TRY = Set.of(403, 404);

    private final RefusalRecorder recorder;
    private final Registry registry;
    private final Admission admission;
    private final Clock clock;

    RefusedCommands(RefusalRecorder recorder, Registry registry, Admission admission, Clock clock) {
        this.recorder = recorder;
        this.registry = registry;
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Authentication sender = SecurityContextHolder.getContext().getAuthentication();
        if (HttpMethod.POST.matches(request.getMethod())
                && REFUSED.containsKey(response.getStatus())
                && !Admission.isNobody(sender)
                && !InnerRequests.hasSentOne(request)
                && (REFUSED_TO_TRY.contains(response.getStatus()) || !isTried(request))) {
            AccessTable.find(request.getMethod(), request.getRequestURI())
                    .map(addressed -> refusal(addressed, sender, request, response.getStatus()))
                    .ifPresent(recorder::note);
        }
    }

    private static boolean isTried(HttpServletRequest request) {
        return "true".equals(request.getParameter("dryRun"));
    }

    /** Of what the sender wrote it holds only what the record knows already. */
    private Refusal refusal(
            Addressed addressed, Authentication sender, HttpServletRequest request, int status) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PersonId by = new PersonId(sender.getName());
        Optional<Place> place =
                Optional.ofNullable(addressed.thing()).flatMap(registry.now()::placeOf);
        PartnershipId partnership =
                place.map(Place::partnership)
                        .filter(known -> admission.knows(by, known))
                        .orElse(null);
        return new Refusal(
                by,
                admission.knownPerson(request.getHeader(Admission.ON_BEHALF_OF)),
                request.getMethod() + " " + addressed.row().path(),
                place.isPresent() ? addressed.thing() : null,
                partnership,
                status,
                Problems.nameIn(request).orElse(REFUSED.get(status)),
                at,
                at,
                1);
    }
}
