package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.ledger.BadEvidence;

class PersonTest {
    private static final String JANE = TestBundle.openings("p-17", "Jane Resident");

    private final TestLog log = TestLog.empty().filled(5);

    @Test
    void aPersonWithOpeningsIsVerifiedAndTheTextsShown() {
        assertThat(BundleTest.verified(TestBundle.person(log, "p-17")))
                .contains(
                        "The name committed to is: Jane Resident",
                        "The post committed to is: Clerk");
    }

    @Test
    void anErasedPersonIsVerifiedAndTheLegalBasisShown() {
        assertThat(BundleTest.verified(TestBundle.erased(log, "p-18")))
                .contains(
                        "name, post: erased by auditor on 31 August 2017 at 08:00:09 UTC, as event"
                                + " 9, on the legal basis: Article 17(1)(b)",
                        "The commitments stand unbroken in the log; what they are to is gone.")
                .noneMatch(line -> line.contains("Jane"));
    }

    @Test
    void anOpeningForAnErasedPersonIsRefused() {
        TestBundle erased = TestBundle.erased(log, "p-18");

        assertWrong(
                erased.with("openings.json", TestBundle.openings("p-18", "Jane Citizen")),
                "nothing is committed to, and yet there is openings.json");
        assertWrong(erased.with("openings.json", "[]"), "nothing is committed to");
    }

    @Test
    void forgedOpeningsAreRefused() {
        TestBundle person = TestBundle.person(log, "p-17");

        assertWrong(forged(person, "Jane Resident\"", "Jane Burglar\""), "does not fit");
        assertWrong(forged(person, "\"field\":\"post\"", "\"field\":\"name\""), "no commitment to");
        assertWrong(forged(person, "\"field\":\"post\"", "\"field\":\"role\""), "no commitment to");
        assertWrong(forged(person, "\"text\":\"Clerk\"", "\"text\":1"), "has no text \"text\"");
        assertWrong(forged(person, "\"key\":\"", "\"key\":\"AA"), "is not");
        assertWrong(forged(person, "}]", "}]x"), "is not JSON");
        assertWrong(
                person.with("openings.json", JANE.substring(0, JANE.lastIndexOf(",{")) + "]"),
                "there is no opening of post");
        assertWrong(person.without("openings.json"), "openings.json is missing");
        assertWrong(
                person.with("openings.json", TestBundle.openings("p-17", "Jane Citizen")),
                "does not fit");
        BundleTest.verified(person);
    }

    private static TestBundle forged(TestBundle person, String from, String to) {
        return person.replaced("openings.json", from, to);
    }

    @Test
    void whatIsCommittedToTwiceIsRefused() {
        TestBundle.name(log, "p-17", "Jane Resident");
        String payload = log.events.get(5).payload();
        log.add(
                "person:p-17",
                "person.named",
                payload.replace("\"field\":\"post\"", "\"field\":\"name\""));

        assertWrong(
                TestBundle.of(log, "person p-17", "person:p-17").with("openings.json", JANE),
                "commits to the field name twice");
    }

    @Test
    void eventsOfOtherKindsAndFormsAreRefused() {
        log.add("person:p-17", "person.renamed", "{\"person\":\"p-17\"}");
        assertWrong(
                TestBundle.of(log, "person p-17", "person:p-17"),
                "event 6 is of the type person.renamed, which has no place here");

        TestBundle.name(log, "p-19", "Jane Resident");
        TestBundle ofOther = TestBundle.of(log, "person p-19", "person:p-19");
        String payload = log.events.get(6).payload();
        log.events.remove(6);
        log.add("person:p-19", "person.named", payload.replace("\"p-19\"", "\"p-20\""));
        assertWrong(
                TestBundle.of(log, "person p-19", "person:p-19").with("openings.json", JANE),
                "event 7 is about the person p-20, not p-19");
        assertThat(ofOther.positions()).isEqualTo(List.of(7L));
    }

    private static void assertWrong(TestBundle bundle, String reason) {
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> BundleTest.verified(bundle))
                .withMessageContaining(reason);
    }
}
