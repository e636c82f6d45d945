package org.muniment.query.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which people were erased, or are to be, on what ground and by which two persons. */
@RestController
class ErasuresApi {
    private final PeopleLog log;
    private final Moments moments;

    ErasuresApi(PeopleLog log, Moments moments) {
        this.log = log;
        this.moments = moments;
    }

    /** Newest first. */
    record Erasures(List<Erased> items) {}

    /**
     * @param person an id that does not say who
     * @param position of the event that erased them; of the proposal where none did yet
     * @param reference absent where there is no case file
     * @param confirmedBy absent while it awaits a second person
     */
    record Erased(
            String person,
            long position,
            Instant recordedAt,
            LegalBasis legalBasis,
            CaseReference reference,
            PersonId proposedBy,
            PersonId confirmedBy) {}

    @GetMapping("/api/erasures")
    Erasures erasures(Warrant warrant) {
        moments.resolve(null, "asOf");
        return new Erasures(
                log.all().stream()
                        .filter(person -> warrant.covers(Place.of(person.partnership())))
                        .flatMap(ErasuresApi::erased)
                        .sorted(Comparator.comparingLong(Erased::position).reversed())
                        .toList());
    }

    private static Stream<Erased> erased(PersonPicture person) {
        Stream<Erased> done =
                Stream.ofNullable(person.erased())
                        .map(
                                it ->
                                        new Erased(
                                                person.person().value(),
                                                it.position(),
                                                it.recordedAt(),
                                                it.legalBasis(),
                                                it.reference(),
                                                it.proposedBy(),
                                                it.confirmedBy()));
        Stream<Erased> awaited =
                Stream.ofNullable(person.proposed())
                        .map(
                                it ->
                                        new Erased(
                                                person.person().value(),
                                                it.position(),
                                                it.recordedAt(),
                                                it.legalBasis(),
                                                it.reference(),
                                                it.proposedBy(),
                                                null));
        return Stream.concat(done, awaited);
    }
}
