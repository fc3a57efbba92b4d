package holdfast.cli.follow;

import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import holdfast.language.diagnostic.UserWords;

/** A record whose id another has that was taken already. */
final class TakenBefore {
    private TakenBefore() {}

    static Problem at(Place place, String id) {
        return new Problem(
                RecordCode.SAME_ID,
                Severity.ERROR,
                place,
                "the id " + UserWords.quoted(id) + " was given already",
                "an id that no other record has",
                "if this record replaces that one, give it an id of its own and say so in `corrects`");
    }
}
