package holdfast.language.model;

import java.util.List;

/** The values that an attribute of an event of every agreement may have (semantics, section 7). */
public final class Values {
    private static final List<String> CHOICES = List.of("yes", "no", "abstain");
    private static final List<String> RESULTS = List.of("adopted", "refused");

    private Values() {}

    /** Empty where any value will do. */
    public static List<String> of(String event, String attribute) {
        if (event.equals("vote") && attribute.equals("choice")) {
            return CHOICES;
        }
        return event.equals("decision") && attribute.equals("result") ? RESULTS : List.of();
    }
}
