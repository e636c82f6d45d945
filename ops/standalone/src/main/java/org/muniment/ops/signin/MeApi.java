package org.muniment.ops.signin;

import java.security.Principal;
import java.util.List;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.Warrant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeApi {
    /**
     * @param person the id an administrator gives roles to
     * @param grants what they hold today, or whom they act for does
     */
    record Me(String person, List<Grant> grants) {}

    @GetMapping("/api/me")
    Me me(Principal person, Warrant warrant) {
        return new Me(person.getName(), warrant.grants());
    }
}
