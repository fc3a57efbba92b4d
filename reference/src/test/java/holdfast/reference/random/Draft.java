package holdfast.reference.random;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Group;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Question;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agreement in the making: what it declares may be added and taken away. */
public final class Draft {
    public ZoneId zone = ZoneId.of("Europe/Kyiv");
    public final List<Actor> actors = new ArrayList<>();
    public final List<Group> groups = new ArrayList<>();
    public final List<Body> bodies = new ArrayList<>();
    public final List<EventType> events = new ArrayList<>();
    public final List<Definition> definitions = new ArrayList<>();
    public final List<Level> levels = new ArrayList<>();
    public final List<State> states = new ArrayList<>();
    public final List<Zone> zones = new ArrayList<>();
    public final List<UndefinedTerm> undefinedTerms = new ArrayList<>();
    public final List<Question> questions = new ArrayList<>();
    public final List<Norm> norms = new ArrayList<>();
    public final List<Rule> rules = new ArrayList<>();

    public static Draft of(Agreement agreement) {
        Draft draft = new Draft();
        draft.zone = agreement.zone();
        draft.actors.addAll(agreement.actors());
        draft.groups.addAll(agreement.groups());
        draft.bodies.addAll(agreement.bodies());
        agreement.events().stream().filter(e -> !BUILT_IN.contains(e)).forEach(draft.events::add);
        draft.definitions.addAll(agreement.definitions());
        draft.levels.addAll(agreement.levels());
        draft.states.addAll(agreement.states());
        draft.zones.addAll(agreement.zones());
        draft.undefinedTerms.addAll(agreement.undefinedTerms());
        draft.questions.addAll(agreement.questions());
        draft.norms.addAll(agreement.norms());
        draft.rules.addAll(agreement.rules());
        return draft;
    }

    /** The events that exist in every agreement (semantics, section 7). */
    public static final List<EventType> BUILT_IN = List.of(
            event(
                    "motion",
                    new Attribute("of", ValueType.PARTY),
                    new Attribute("id", ValueType.TEXT),
                    new Attribute("on", ValueType.TEXT)),
            event(
                    "vote",
                    new Attribute("by", ValueType.PARTY),
                    new Attribute("id", ValueType.TEXT),
                    new Attribute("choice", ValueType.TEXT)),
            event(
                    "decision",
                    new Attribute("of", ValueType.PARTY),
                    new Attribute("id", ValueType.TEXT),
                    new Attribute("on", ValueType.TEXT),
                    new Attribute("result", ValueType.TEXT)));

    public static EventType event(String name, Attribute... attributes) {
        return new EventType(name, List.of(attributes), Optional.empty(), false, Origin.NONE);
    }

    public Agreement build() {
        List<EventType> all = new ArrayList<>(events);
        all.addAll(BUILT_IN);
        return new Agreement(
                "A draft",
                "",
                "",
                List.of(),
                zone,
                List.of(new Article("", "A draft", "", 1, "draft.md")),
                actors,
                groups,
                bodies,
                List.of(),
                List.of(),
                all,
                definitions,
                levels,
                states,
                zones,
                undefinedTerms,
                questions,
                norms,
                rules,
                List.of(),
                "0".repeat(64));
    }
}
