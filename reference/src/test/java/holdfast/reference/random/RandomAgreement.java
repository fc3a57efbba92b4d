package holdfast.reference.random;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Group;
import holdfast.language.model.Level;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small agreement in which everything names only what came before it, so that nothing goes in a circle. */
final class RandomAgreement {
    static final String ATTRIBUTOR = "Mission";
    static final List<Attribute> KINDS = List.of(
            new Attribute("on", ValueType.PARTY),
            new Attribute("amount", ValueType.NUMBER),
            new Attribute("label", ValueType.TEXT),
            new Attribute("day", ValueType.DATE),
            new Attribute("site", ValueType.PLACE),
            new Attribute("area", ValueType.ZONE),
            new Attribute("about", ValueType.BREACH));

    private final Dice dice;
    private final int size;
    private final Draft draft = new Draft();
    private final RandomParts parts;

    RandomAgreement(Dice dice, int size) {
        this.dice = dice;
        this.size = size;
        parts = new RandomParts(dice, draft);
    }

    Agreement draw() {
        draft.zone = ZoneId.of(dice.chance(0.8) ? "Europe/Kyiv" : "UTC");
        actors();
        events();
        zones();
        terms();
        bodiesByReading();
        for (int n = dice.between(0, 1 + size / 4); n > 0; n--) {
            switch (dice.weighted(5, 3, 1)) {
                case 0 -> definition("d" + draft.definitions.size());
                case 1 -> state("s" + draft.states.size());
                default -> level("l" + draft.levels.size());
            }
        }
        new RandomClauses(dice, draft, parts, size, this).draw();
        return draft.build();
    }

    private void actors() {
        List<String> names = List.of("Ukraine", "Russia", "France", "Belarus");
        for (int i = 0; i < dice.between(2, 4); i++) {
            Actor.Role role = i < 2 ? Actor.Role.PARTY : dice.pick(Actor.Role.GUARANTOR, Actor.Role.OTHER);
            String title = names.get(i).equals("Russia") ? "the Russian side" : names.get(i);
            draft.actors.add(new Actor(names.get(i), role, title, Origin.NONE));
        }
        List<String> present = draft.actors.stream().map(Actor::name).toList();
        if (dice.chance(0.4)) {
            draft.groups.add(new Group("Coalition", dice.some(present, 1), Origin.NONE));
        }
        for (int n = dice.weighted(3, 4, 2); n > 0; n--) {
            draft.bodies.add(body(draft.bodies.isEmpty() ? "Commission" : "Court", dice.some(present, 1)));
        }
    }

    private Body body(String name, List<String> members) {
        return body(name, members, Reading.NONE);
    }

    private Body body(String name, List<String> members, Reading reading) {
        Body.Rule rule = switch (dice.weighted(6, 6, 6, 1, 1)) {
            case 0 -> new Body.Rule.Consensus();
            case 1 -> new Body.Rule.Majority();
            case 3 -> new Body.Rule.NotSaid();
            case 4 -> new Body.Rule.Advises();
            default -> new Body.Rule.AtLeast(dice.between(1, members.size()));
        };
        return new Body(
                name,
                name,
                members,
                rule,
                dice.chance(0.3) ? dice.some(members, 1) : List.of(),
                dice.chance(0.6) ? Optional.of(parts.span()) : Optional.empty(),
                dice.chance(0.5),
                dice.pick(Body.Silence.values()),
                reading,
                Origin.NONE);
    }

    /** Whose rule hangs on a question. */
    private void bodiesByReading() {
        if (!draft.bodies.isEmpty() && !draft.questions.isEmpty() && dice.chance(0.4)) {
            Body body = draft.bodies.removeFirst();
            String question = draft.questions.getFirst().name();
            for (String answer : draft.questions.getFirst().answers()) {
                draft.bodies.add(body(body.name(), body.members(), new Reading(Map.of(question, answer))));
            }
        }
    }

    private void events() {
        for (int n = dice.between(2, 5); n > 0; n--) {
            List<Attribute> attributes = new ArrayList<>();
            if (dice.chance(0.8)) {
                attributes.add(new Attribute("by", ValueType.PARTY));
            }
            for (Attribute kind : KINDS) {
                if (dice.chance(0.25)) {
                    attributes.add(kind);
                }
            }
            draft.events.add(Draft.event(
                    "e" + draft.events.size(), dice.shuffled(attributes).toArray(Attribute[]::new)));
        }
    }

    private void zones() {
        if (dice.chance(0.5)) {
            draft.zones.add(new Zone.FromFile(
                    "box",
                    Reading.NONE,
                    "box.geojson",
                    "",
                    RandomParts.box(36, 48, 38, 49),
                    "0".repeat(64),
                    Origin.NONE));
            if (dice.chance(0.3)) {
                draft.zones.add(new Zone.Around("belt", Reading.NONE, BigDecimal.valueOf(20), "box", Origin.NONE));
            }
        }
    }

    private void terms() {
        if (dice.chance(0.3)) {
            draft.undefinedTerms.add(new UndefinedTerm("good_faith", "", Origin.NONE));
        }
        if (dice.chance(0.35)) {
            draft.questions.add(new Question("counting", "", List.of("early", "late"), Origin.NONE));
            if (dice.chance(0.3)) {
                draft.questions.add(new Question("width", "", List.of("total", "each"), Origin.NONE));
            }
        }
    }

    /** Adds a definition, or one for each answer to a question. */
    void definition(String name) {
        List<Definition> variants = new ArrayList<>();
        for (Reading reading : readings()) {
            Optional<Definition> earlier = variants.stream().findFirst();
            variants.add(new RandomDefinition(dice, parts).draw(name, reading, earlier));
        }
        draft.definitions.addAll(variants);
    }

    /** Adds a state, or one for each answer to a question. */
    void state(String name) {
        if (dice.chance(0.25)) {
            readings().forEach(reading -> draft.states.add(period(name, reading)));
            return;
        }
        List<String> parameters = dice.chance(0.5) ? List.of("P") : List.of();
        List<State> variants = new ArrayList<>();
        for (Reading reading : readings()) {
            variants.add(dice.chance(0.65) ? fluent(name, parameters, reading) : named(name, parameters, reading));
        }
        draft.states.addAll(variants);
    }

    private State fluent(String name, List<String> parameters, Reading reading) {
        List<Pattern> ends = dice.chance(0.85) ? patterns(bound(parameters)) : List.of();
        return new State.Fluent(name, parameters, reading, patterns(bound(parameters)), ends, Origin.NONE);
    }

    private State period(String name, Reading reading) {
        Optional<State.Start> start = switch (dice.weighted(1, 6, 2)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new State.Start.OfEvent(parts.pattern(Variables.none())));
            default -> Optional.of(new State.Start.At(parts.instant()));
        };
        Optional<State.Notice> notice = dice.chance(0.8)
                ? Optional.of(new State.Notice(parts.pattern(Variables.none()), parts.span()))
                : Optional.empty();
        Optional<State.Renewal> renewal =
                dice.chance(0.6) ? Optional.of(new State.Renewal(parts.calendarSpan(), notice)) : Optional.empty();
        Optional<State.End> end = switch (start.isEmpty() ? 1 : dice.weighted(1, 2, 6)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new State.End.At(parts.instant()));
            default -> Optional.of(new State.End.After(parts.span(), dice.chance(0.5), renewal));
        };
        return new State.Period(name, reading, start, end, Origin.NONE);
    }

    private State named(String name, List<String> parameters, Reading reading) {
        return new State.Named(name, parameters, reading, parts.condition(bound(parameters)), Origin.NONE);
    }

    private static Variables bound(List<String> parameters) {
        Variables bound = Variables.none();
        parameters.forEach(p -> bound.bind(p, ValueType.PARTY));
        return bound;
    }

    private List<Pattern> patterns(Variables bound) {
        List<Pattern> patterns = new ArrayList<>();
        for (int n = dice.weighted(0, 4, 1); n > 0; n--) {
            patterns.add(parts.pattern(bound.copy()));
        }
        return patterns;
    }

    private void level(String name) {
        List<EventType> counted = parts.eventsWith(ValueType.NUMBER);
        if (counted.isEmpty()) {
            return;
        }
        EventType event = dice.pick(counted);
        String figure = parts.attribute(event, ValueType.NUMBER);
        boolean ofParty = event.attribute("by").isPresent() && dice.chance(0.7);
        List<Pattern.Argument> arguments =
                ofParty ? List.of(new Pattern.Argument("by", RandomParts.variable("P"))) : List.of();
        for (Reading reading : readings()) {
            draft.levels.add(new Level(
                    name,
                    ofParty ? List.of("of") : List.of(),
                    ofParty ? List.of("P") : List.of(),
                    reading,
                    figure,
                    new Pattern(event.name(), arguments, Origin.NONE),
                    Origin.NONE));
        }
    }

    /** No prefix at all, mostly; sometimes one for each answer to a question. */
    List<Reading> readings() {
        if (draft.questions.isEmpty() || dice.chance(0.75)) {
            return List.of(Reading.NONE);
        }
        Question question = dice.pick(draft.questions);
        return question.answers().stream()
                .map(answer -> new Reading(Map.of(question.name(), answer)))
                .toList();
    }

    /** The prefix of one answer, now and then. */
    Reading prefix() {
        return readings().getFirst();
    }
}
