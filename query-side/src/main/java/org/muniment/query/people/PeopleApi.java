package org.muniment.query.people;

import java.util.List;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.person.SubjectId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** No answer may be kept by anything on its way: it could not be erased there. */
@RestController
class PeopleApi {
    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    record Everybody(List<PersonView> items) {}

    @GetMapping("/api/people")
    ResponseEntity<Everybody> everybody(Warrant warrant) {
        return unkept(
                new Everybody(
                        people.all().stream()
                                .filter(
                                        person ->
                                                warrant.covers(
                                                        Place.of(person.picture().partnership())))
                                .map(PersonView::of)
                                .toList()));
    }

    @GetMapping("/api/people/{person}")
    ResponseEntity<PersonView> person(@PathVariable SubjectId person) {
        return unkept(PersonView.of(people.read(person)));
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
