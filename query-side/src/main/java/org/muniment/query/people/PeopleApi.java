package org.muniment.query.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.person.SubjectId;
import org.muniment.query.moment.Moments;
import org.muniment.query.version.VersionTag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** No answer may be kept by anything on its way: it could not be erased there. */
@RestController
class PeopleApi {
    private static final CacheControl UNKEPT = CacheControl.noStore();

    private final People people;
    private final Moments moments;

    PeopleApi(People people, Moments moments) {
        this.people = people;
        this.moments = moments;
    }

    record Everybody(List<PersonView> items) {}

    @GetMapping("/api/people")
    ResponseEntity<Everybody> everybody(Warrant warrant) {
        return ResponseEntity.ok()
                .cacheControl(UNKEPT)
                .body(
                        new Everybody(
                                people.all().stream()
                                        .filter(
                                                person ->
                                                        warrant.covers(
                                                                Place.of(
                                                                        person.picture()
                                                                                .partnership())))
                                        .map(PersonView::of)
                                        .toList()));
    }

    @GetMapping("/api/people/{person}")
    PersonView person(
            @PathVariable SubjectId person,
            @RequestParam(required = false) Long after,
            HttpServletResponse response) {
        moments.awaitOwn(after, "after");
        PersonView view = PersonView.of(people.read(person));
        response.setHeader(HttpHeaders.CACHE_CONTROL, UNKEPT.getHeaderValue());
        VersionTag.set(response, view.version());
        return view;
    }
}
