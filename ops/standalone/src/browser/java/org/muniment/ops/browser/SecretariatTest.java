package org.muniment.ops.browser;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;

/** A quarter's end, from the findings in the way to the page that anybody reads. */
@InBrowser
class SecretariatTest {
    @Test
    void aQuarterIsFrozenConfirmedByAnotherPublishedAndThereForEverybody(
            @TempDir Path data, Chromium chromium) {
        try (Running muniment = Running.on(data, "demo");
                Visitor secretariat = chromium.visitor(muniment.address()).signIn("secretariat");
                Visitor finance = chromium.visitor(muniment.address()).signIn("finance-officer");
                Visitor anybody = chromium.visitor(muniment.address())) {
            secretariat.follow("Quarters");
            secretariat.press("Freeze Q2");
            secretariat.press("Check before you send");
            secretariat.sees("There is a problem");
            for (Locator reason : secretariat.page().getByLabel("Why it need not").all()) {
                reason.fill("As explained in the paper");
            }
            secretariat.press("Check before you send");
            secretariat.sees("Nothing is on record yet.");
            secretariat.press("Freeze the quarter");
            secretariat.sees("Pack of Q2, figures to 30 September 2017");
            secretariat.sees("Not yet. Somebody else than secretariat has to confirm it.");

            finance.follow("Quarters");
            finance.press("Confirm the freeze");
            finance.press("Check before you send");
            finance.press("Confirm the freeze");
            finance.sees("It is on record");
            finance.sees("by finance-officer");

            anybody.open("/published");
            anybody.sees("Q1, figures to 31 July 2017");
            secretariat.follow("Quarters");
            secretariat.press("Publish to a meeting");
            secretariat.choose("Meeting", "December 2017");
            secretariat.press("Check before you send");
            secretariat.press("Publish the pack");
            secretariat.sees("to the meeting of December 2017");

            anybody.open("/published");
            anybody.follow("Business Improvement Plan 2017/18: Q2, figures to 30 September 2017");
            anybody.sees("Performance to 30 September 2017");
        }
    }
}
