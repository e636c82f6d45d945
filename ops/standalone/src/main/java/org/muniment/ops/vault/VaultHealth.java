package org.muniment.ops.vault;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.query.moment.NotCaughtUp;
import org.muniment.query.people.People;
import org.muniment.query.people.PersonReading;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where the vault does not hold what the log says, or still holds what it must not. */
@Component
class VaultHealth implements HealthIndicator {
    private static final int MOST_NAMED = 10;

    private final People people;
    private final PersonVault vault;

    VaultHealth(People people, PersonVault vault) {
        this.people = people;
        this.vault = vault;
    }

    @Override
    public Health health() {
        try {
            List<PersonReading> all = people.all();
            List<String> faults = Stream.concat(unreadable(all), unsettled()).toList();
            return faults.isEmpty()
                    ? Health.up().withDetail("people", all.size()).build()
                    : Health.down().withDetail("reason", reason(faults)).build();
        } catch (NotCaughtUp behind) {
            return Health.unknown().withDetail("reason", behind.getMessage()).build();
        }
    }

    private static Stream<String> unreadable(List<PersonReading> all) {
        return all.stream()
                .filter(reading -> !reading.isReadable())
                .map(reading -> reading.picture().person().value() + ": " + reading.fault());
    }

    private Stream<String> unsettled() {
        return vault.unsettled().stream()
                .map(person -> person + ": what is to be erased could not be removed");
    }

    private static String reason(List<String> faults) {
        String first = String.join("; ", faults.stream().limit(MOST_NAMED).toList());
        int more = faults.size() - MOST_NAMED;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
