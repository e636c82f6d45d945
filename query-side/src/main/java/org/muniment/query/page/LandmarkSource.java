package org.muniment.query.page;

import java.util.stream.Stream;
import org.muniment.kernel.access.Warrant;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;

/** Knows days of a plan's history that people ask for. */
public interface LandmarkSource {
    /**
     * @param plan as it is known now
     * @param warrant of the reader, who is shown only what they may know of
     */
    Stream<Landmark> landmarks(PlanPicture plan, AsOf now, Warrant warrant);
}
