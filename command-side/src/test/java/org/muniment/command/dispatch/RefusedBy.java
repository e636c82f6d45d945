package org.muniment.command.dispatch;

import java.util.Objects;
import org.assertj.core.api.Condition;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.muniment.kernel.words.Refused;

/** Refused by exactly this rule, because of exactly this field. */
public final class RefusedBy extends TypeSafeMatcher<Refused> {
    private final String rule;
    private final String field;

    private RefusedBy(String rule, String field) {
        this.rule = rule;
        this.field = field;
    }

    public static Matcher<Refused> rule(String rule, String field) {
        return new RefusedBy(rule, field);
    }

    /** A rule that blames no field. */
    public static Matcher<Refused> rule(String rule) {
        return new RefusedBy(rule, null);
    }

    /** The same for AssertJ. */
    public static Condition<Throwable> refusal(String rule, String field) {
        Matcher<Refused> matcher = rule(rule, field);
        return new Condition<>(matcher::matches, "%s", matcher);
    }

    public static Condition<Throwable> refusal(String rule) {
        return refusal(rule, null);
    }

    @Override
    protected boolean matchesSafely(Refused refused) {
        return rule.equals(refused.rule()) && Objects.equals(field, refused.field().orElse(null));
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused by " + rule + " on field " + field);
    }

    @Override
    protected void describeMismatchSafely(Refused refused, Description description) {
        description.appendText(
                "refused by " + refused.rule() + " on field " + refused.field().orElse(null));
    }
}
