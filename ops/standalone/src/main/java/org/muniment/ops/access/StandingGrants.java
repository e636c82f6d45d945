package org.muniment.ops.access;

import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.words.PersonId;

/** Roles held without having been given: those of the demo's clients, and no others. */
record StandingGrants(Map<PersonId, List<Grant>> byPerson) {}
