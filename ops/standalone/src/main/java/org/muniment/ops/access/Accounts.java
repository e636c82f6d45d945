package org.muniment.ops.access;

import java.util.Map;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Who can sign in with a secret: the demo's clients, and whoever was issued one. */
final class Accounts implements UserDetailsService {
    private final Map<PersonId, Sha256> demo;
    private final Registry registry;

    Accounts(Map<PersonId, Sha256> demo, Registry registry) {
        this.demo = demo;
        this.registry = registry;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Sha256 digest = digestOf(name);
        if (digest == null) {
            throw new UsernameNotFoundException("nobody signs in under this name");
        }
        return User.withUsername(name).password(digest.value()).authorities(new String[0]).build();
    }

    private Sha256 digestOf(String name) {
        try {
            PersonId person = new PersonId(name);
            Sha256 ofDemo = demo.get(person);
            return ofDemo == null ? registry.now().accessOf(person).secret() : ofDemo;
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }
}
