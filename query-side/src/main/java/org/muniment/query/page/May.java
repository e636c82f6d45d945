package org.muniment.query.page;

import java.util.Set;
import org.muniment.kernel.access.Role;

/** Whoever reads a page, and where they would be let in: a link is shown only then. */
public interface May {
    /** Their pseudonymous id; null where they have not signed in. */
    String signedInAs();

    /** The roles they hold anywhere. */
    Set<Role> roles();

    boolean get(String path);

    boolean post(String path);
}
