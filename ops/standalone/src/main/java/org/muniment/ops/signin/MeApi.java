package org.muniment.ops.signin;

import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeApi {
    record Me(String person) {}

    @GetMapping("/api/me")
    Me me(Principal person) {
        return new Me(person.getName());
    }
}
