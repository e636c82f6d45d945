package org.muniment.query.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.time.London;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame of every page shows besides the page. */
@Component
public class Shell {
    private final May may;
    private final Clock clock;
    private final ResourceUrlProvider assets;
    private final boolean demo;

    Shell(
            May may,
            Clock clock,
            ResourceUrlProvider assets,
            @Value("${muniment.demo:false}") boolean demo) {
        this.may = may;
        this.clock = clock;
        this.assets = assets;
        this.demo = demo;
    }

    /** Null where nobody has. */
    public String signedInAs() {
        return may.signedInAs();
    }

    public Set<Role> roles() {
        return may.roles();
    }

    /** In London, by the product's clock. */
    public LocalDate today() {
        return London.dayOf(clock.instant());
    }

    public boolean isOver(Instant moment) {
        return !moment.isAfter(clock.instant());
    }

    /** Whether the clock is simulated. */
    public boolean demo() {
        return demo;
    }

    public String asset(String name) {
        return assets.getForLookupPath("/assets/" + name);
    }

    /** Path and query of the page that is being shown. */
    public String address() {
        UriComponentsBuilder shown = ServletUriComponentsBuilder.fromCurrentRequest();
        return shown.scheme(null).host(null).port(null).build().toUriString();
    }

    /** The same page without the words about a moment. */
    public String addressNow() {
        return UriComponentsBuilder.fromUriString(address())
                .replaceQueryParam("asOf")
                .replaceQueryParam("asAt")
                .build()
                .toUriString();
    }
}
