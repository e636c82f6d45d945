package org.muniment.command.dispatch;

import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.muniment.kernel.words.Malformed;

/** Malformed in exactly this field. */
public final class MalformedField extends TypeSafeMatcher<Malformed> {
    private final String field;

    private MalformedField(String field) {
        this.field = field;
    }

    public static Matcher<Malformed> named(String field) {
        return new MalformedField(field);
    }

    @Override
    protected boolean matchesSafely(Malformed malformed) {
        return field.equals(malformed.field());
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("malformed in field " + field);
    }

    @Override
    protected void describeMismatchSafely(Malformed malformed, Description description) {
        description.appendText("malformed in field " + malformed.field());
    }
}
