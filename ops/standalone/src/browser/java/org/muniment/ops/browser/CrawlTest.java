package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrawlTest {
    private final Crawl crawl = new Crawl();

    @Test
    void aFewOfEachKindAreLookedAtAndNoneTwice() {
        found("/kpis/a", "/kpis/b", "/kpis/a#why", "/kpis/c", "/kpis/d", "/ledger");

        assertThat(waiting()).containsExactly("/kpis/a", "/kpis/b", "/ledger");
        assertThat(crawl.kinds()).containsExactly("/kpis/{id}", "/ledger");
    }

    @Test
    void anAddressWithAMomentIsAKindOfItsOwn() {
        assertThat(Crawl.kind("/plans/bip/seen?on=2017-09-14")).isEqualTo("/plans/{id}/seen?on");
        assertThat(Crawl.kind("/plans/bip?asOf=2017-09-14&asAt=2017-07-31"))
                .isEqualTo("/plans/{id}?asOf");
    }

    @Test
    void filesAndAnswersOfTheApiAreNoPages() {
        assertThat(
                        Stream.of(
                                        "/",
                                        "/plans/bip",
                                        "/api/snapshots/q1/report.html",
                                        "/api/snapshots/q1/report.pdf",
                                        "/api/plans?x=1",
                                        "/open-data/kpis.csv")
                                .filter(Crawl::isPage))
                .containsExactly("/", "/plans/bip", "/api/snapshots/q1/report.html");
    }

    private void found(String... links) {
        for (String link : links) {
            crawl.found(URI.create("http://here" + link));
        }
    }

    private List<String> waiting() {
        return Stream.generate(crawl::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }
}
