package holdfast.language.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A checked agreement: every name is declared, every type fits, nothing is defined in a circle. Statements of every reading are in it;
 * {@link #under} leaves those of one.
 *
 * @param standing how the text stands: {@code signed}, {@code reported}, ...; may be empty
 * @param zone the time zone in which days are counted
 * @param measures from the weakest to the strongest
 * @param events the declared event types, {@code motion}, {@code vote} and {@code decision} among them; defined ones are in {@code definitions}
 * @param sha256 digest of the document's text (annexes and zone files follow in order), in hexadecimal
 * @param kinds what the text says of its names for the examiner
 */
public record Agreement(
        String title,
        String version,
        String standing,
        List<String> sources,
        ZoneId zone,
        List<Article> articles,
        List<Actor> actors,
        List<Group> groups,
        List<Body> bodies,
        List<String> measures,
        List<Layer> layers,
        List<EventType> events,
        List<Definition> definitions,
        List<Level> levels,
        List<State> states,
        List<Zone> zones,
        List<UndefinedTerm> undefinedTerms,
        List<Question> questions,
        List<Norm> norms,
        List<Rule> rules,
        List<Scenario> scenarios,
        String sha256,
        Kinds kinds) {

    public Agreement {
        sources = List.copyOf(sources);
        articles = List.copyOf(articles);
        actors = List.copyOf(actors);
        groups = List.copyOf(groups);
        bodies = List.copyOf(bodies);
        measures = List.copyOf(measures);
        layers = List.copyOf(layers);
        events = List.copyOf(events);
        definitions = List.copyOf(definitions);
        levels = List.copyOf(levels);
        states = List.copyOf(states);
        zones = List.copyOf(zones);
        undefinedTerms = List.copyOf(undefinedTerms);
        questions = List.copyOf(questions);
        norms = List.copyOf(norms);
        rules = List.copyOf(rules);
        scenarios = List.copyOf(scenarios);
    }

    /** One whose text says nothing for the examiner of what its names stand for. */
    public Agreement(
            String title,
            String version,
            String standing,
            List<String> sources,
            ZoneId zone,
            List<Article> articles,
            List<Actor> actors,
            List<Group> groups,
            List<Body> bodies,
            List<String> measures,
            List<Layer> layers,
            List<EventType> events,
            List<Definition> definitions,
            List<Level> levels,
            List<State> states,
            List<Zone> zones,
            List<UndefinedTerm> undefinedTerms,
            List<Question> questions,
            List<Norm> norms,
            List<Rule> rules,
            List<Scenario> scenarios,
            String sha256) {
        this(
                title,
                version,
                standing,
                sources,
                zone,
                articles,
                actors,
                groups,
                bodies,
                measures,
                layers,
                events,
                definitions,
                levels,
                states,
                zones,
                undefinedTerms,
                questions,
                norms,
                rules,
                scenarios,
                sha256,
                Kinds.NONE);
    }

    /** What remains under the answers of {@code reading}: statements of other answers are struck out. */
    public Agreement under(Reading reading) {
        return new Agreement(
                title,
                version,
                standing,
                sources,
                zone,
                articles,
                actors,
                groups,
                keep(bodies, Body::reading, reading),
                measures,
                layers,
                events,
                keep(definitions, Definition::reading, reading),
                keep(levels, Level::reading, reading),
                keep(states, State::reading, reading),
                keep(zones, Zone::reading, reading),
                undefinedTerms,
                questions,
                keep(norms, Norm::reading, reading),
                keep(rules, Rule::reading, reading),
                scenarios,
                sha256,
                kinds);
    }

    private static <T> List<T> keep(List<T> all, Function<T, Reading> prefix, Reading reading) {
        List<T> kept = new ArrayList<>();
        for (T statement : all) {
            if (prefix.apply(statement).isPartOf(reading)) {
                kept.add(statement);
            }
        }
        return kept;
    }

    /** The members of a group, of {@code party} or {@code guarantor}; empty if there is no such set. */
    public Optional<List<String>> members(String set) {
        return switch (set) {
            case "party" -> Optional.of(withRole(Actor.Role.PARTY));
            case "guarantor" -> Optional.of(withRole(Actor.Role.GUARANTOR));
            default ->
                groups.stream()
                        .filter(g -> g.name().equals(set))
                        .map(Group::members)
                        .findFirst();
        };
    }

    private List<String> withRole(Actor.Role role) {
        return actors.stream().filter(a -> a.role() == role).map(Actor::name).toList();
    }

    /** Declared and defined event types by name; of a definition with several readings, the first. */
    public Map<String, EventType> eventTypes() {
        Map<String, EventType> types = new LinkedHashMap<>();
        events.forEach(e -> types.put(e.name(), e));
        definitions.forEach(d -> types.putIfAbsent(d.name(), d.type()));
        return types;
    }

    /**
     * How long after its last act a breach of a prohibition is over, if no further act comes (semantics, section 10): as the text says, otherwise the window in which the
     * acts are counted, {@link Span#EVER} if they are counted without one. Empty if every act is a breach of its own.
     */
    public Optional<Span> quietGap(Norm norm) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.QuietGap quiet && quiet.of().covers(norm.id())) {
                return Optional.of(quiet.gap());
            }
        }
        return norm.duty() instanceof Duty.Refrain refrain
                ? window(refrain.act().event())
                : Optional.empty();
    }

    /** The window of an event that is defined by a number that is reached, or is nothing except another such event. */
    private Optional<Span> window(String event) {
        Optional<Definition> defined =
                definitions.stream().filter(d -> d.name().equals(event)).findFirst();
        if (defined.isEmpty()) {
            return Optional.empty();
        }
        return switch (defined.get().derivation()) {
            case Definition.Count c -> Optional.of(c.within().orElse(Span.EVER));
            case Definition.Different d -> Optional.of(d.within().orElse(Span.EVER));
            case Definition.Sum s -> Optional.of(s.within().orElse(Span.EVER));
            case Definition.Select s
            when s.patterns().size() == 1 -> window(s.patterns().getFirst().event());
            case Definition.Select ignored -> Optional.empty();
            case Definition.Merged ignored -> Optional.empty();
            case Definition.Then ignored -> Optional.empty();
            case Definition.Absence ignored -> Optional.empty();
            case Definition.After ignored -> Optional.empty();
            case Definition.AllOf ignored -> Optional.empty();
        };
    }

    /** The powers of this effect over a clause, in the order of the text. */
    public List<Duty.Power> powers(Duty.Effect effect, String clause) {
        return norms.stream()
                .map(Norm::duty)
                .filter(Duty.Power.class::isInstance)
                .map(Duty.Power.class::cast)
                .filter(p -> p.effect() == effect && p.over().covers(clause))
                .toList();
    }

    /** Whether only the first such event counts, of each party that does it. */
    public boolean countsOnce(String event) {
        return definitions.stream()
                .anyMatch(d -> d.name().equals(Definition.FIRST + event) && d.derivation() instanceof Definition.AllOf);
    }

    public Article article(Origin origin) {
        return articles.get(origin.article());
    }

    public boolean hasBody(String name) {
        return bodies.stream().anyMatch(b -> b.name().equals(name));
    }

    public boolean hasActor(String name) {
        return actors.stream().anyMatch(a -> a.name().equals(name));
    }
}
