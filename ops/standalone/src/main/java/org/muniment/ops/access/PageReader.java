package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.page.May;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers for the links of a page what the table would answer to whoever follows them. */
@Component
final class PageReader implements May {
    private final ObjectProvider<Admission> admission;

    /** Asked late: pages are also what somebody is shown who is not let in. */
    PageReader(ObjectProvider<Admission> admission) {
        this.admission = admission;
    }

    @Override
    public String signedInAs() {
        return Admission.isNobody(sender()) ? null : sender().getName();
    }

    @Override
    public Set<Role> roles() {
        return Admission.isNobody(sender())
                ? EnumSet.noneOf(Role.class)
                : admission.getObject().rolesOf(new PersonId(sender().getName()));
    }

    @Override
    public boolean get(String path) {
        return would(HttpMethod.GET, path);
    }

    @Override
    public boolean post(String path) {
        return would(HttpMethod.POST, path);
    }

    private boolean would(HttpMethod method, String path) {
        return admission.getObject().would(method.name(), path, sender(), request());
    }

    private static Authentication sender() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
    }
}
