package org.muniment.ops.limits;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The budgets, each per minute and 0 for none. A person's are their own, so nobody is held up by
 * another; an address's is larger, as many people may share one.
 */
@Component
public final class Limits {
    /** Guessing one name's secret, and guessing at many names from one address. */
    private static final int NAMES_OF_AN_ADDRESS = 10;

    private final Buckets requests;
    private final Buckets expensive;
    private final Buckets addresses;
    private final Buckets failuresOfName;
    private final Buckets failuresOfAddress;

    @Autowired
    Limits(Settings settings) {
        this(settings, System::nanoTime);
    }

    Limits(Settings settings, LongSupplier nanoseconds) {
        requests = new Buckets(settings.requests(), nanoseconds);
        expensive = new Buckets(settings.expensive(), nanoseconds);
        addresses = new Buckets(settings.address(), nanoseconds);
        failuresOfName = new Buckets(settings.failures(), nanoseconds);
        failuresOfAddress = new Buckets(settings.failures() * NAMES_OF_AN_ADDRESS, nanoseconds);
    }

    /** The demo and its people have no limits but that of failed sign-ins, unless they are set. */
    @Component
    record Settings(int requests, int expensive, int address, int failures) {
        @Autowired
        Settings(
                @Value("${muniment.demo:false}") boolean demo,
                @Value("${muniment.demo-people:false}") boolean people,
                @Value("${muniment.limits.requests:}") Integer requests,
                @Value("${muniment.limits.expensive:}") Integer expensive,
                @Value("${muniment.limits.address:}") Integer address,
                @Value("${muniment.limits.failed-sign-ins:}") Integer failures) {
            this(
                    set(requests, demo || people ? 0 : 3_000),
                    set(expensive, demo || people ? 0 : 300),
                    set(address, demo || people ? 0 : 12_000),
                    set(failures, 10));
        }

        private static int set(Integer given, int otherwise) {
            int limit = given == null ? otherwise : given;
            if (limit < 0) {
                throw new IllegalArgumentException("a limit must be 0 or more, not " + limit);
            }
            return limit;
        }
    }

    Duration ofAddress(String address) {
        return addresses.take(address);
    }

    /** Of what is told from a past moment, or made afresh for whoever asks. */
    Duration ofPerson(String person, boolean askingMuch) {
        Duration wait = requests.take(person);
        return wait.isZero() && askingMuch ? expensive.take(person) : wait;
    }

    /** Asked before a secret is looked at: a right one is refused then, too. */
    Duration ofSignIn(String address, String name) {
        Duration wait = failuresOfAddress.untilNext(address);
        return wait.isZero() ? failuresOfName.untilNext(nameAt(address, name)) : wait;
    }

    void failed(String address, String name) {
        failuresOfAddress.take(address);
        failuresOfName.take(nameAt(address, name));
    }

    private static String nameAt(String address, String name) {
        return address + ' ' + name;
    }
}
