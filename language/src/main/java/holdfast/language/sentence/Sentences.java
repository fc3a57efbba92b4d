package holdfast.language.sentence;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.model.Zone;
import java.util.List;
import java.util.Map;

/** What an agreement says, as sentences in one language. Each begins with a capital letter and ends with a full stop. */
public interface Sentences {
    /** The languages in which there are sentences, as ISO 639-1 writes them. */
    List<String> LANGUAGES = List.of("en", "uk");

    /**
     * @param language one of {@link #LANGUAGES}
     * @throws IllegalArgumentException for any other
     */
    static Sentences of(Agreement agreement, String language) {
        return switch (language) {
            case "en" -> new EnglishSentences(agreement);
            case "uk" -> new UkrainianSentences(agreement);
            default -> throw new IllegalArgumentException("no sentences in " + language);
        };
    }

    /** Without its number: "If the breach grows into an expanded attack, each guarantor must respond within 72 hours of its start." */
    String clause(Norm norm);

    /** As above, without what must be so or must have happened before it asks anything: "Each guarantor must respond within 72 hours of its start." */
    String main(Norm norm);

    /** Who owes it, within a sentence: "each guarantor", "Russia". */
    String bearer(Norm norm);

    /** What is asked of its bearer, without who that is: "must respond within 72 hours of its start". No full stop. */
    String demand(Norm norm);

    String definition(Definition definition);

    String level(Level level);

    String state(State state);

    String body(Body body);

    String zone(Zone zone);

    String rule(Rule rule);

    /** Within a sentence: "the settlement holds". */
    String condition(Condition condition);

    /**
     * What happens or is done, within a sentence: "an attack by Russia on Ukraine".
     *
     * @param known what is known of the variables, as words
     */
    String occurrence(Pattern pattern, Map<String, String> known);

    /** As above, without an article: "attack by Russia on Ukraine". */
    String bare(Pattern pattern, Map<String, String> known);

    /** What is asked for, within a sentence: "to warn the others", "a delivery by Germany". */
    String act(Pattern pattern, Map<String, String> known);

    /** Within a sentence: "if Russia breaches Article 2". */
    String trigger(Trigger trigger);

    /** Within a sentence: "within 24 hours of its start". */
    String bound(Bound bound);

    /** What a clock runs from, within a sentence; empty for the trigger itself. */
    String anchor(Anchor anchor);

    /** The names, as people write them. */
    Readable names();
}
