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
 * @param retold whether the articles tell the text in other words than those that were signed
 * @param zone the time zone in which days are counted
 * @param measures from the weakest to the strongest
 * @param events the declared event types, {@code motion}, {@code vote} and {@code decision} among them; defined ones are in {@code definitions}
 * @param sha256 digest of the document's text (annexes and zone files follow in order), in hexadecimal
 * @param kinds what the text says of its names for the examiner
 * @param titles how the text calls its names for those who read
 */
public record Agreement(
        String title,
        String version,
        String standing,
        boolean retold,
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
        Kinds kinds,
        Titles titles) {

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

    /** One whose text says nothing of what its names stand for, and how they are called. */
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
                false,
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
                Kinds.NONE,
                Titles.NONE);
    }

    /** What remains under the answers of {@code reading}: statements of other answers are struck out. */
    public Agreement under(Reading reading) {
        return with(
                keep(bodies, Body::reading, reading),
                keep(definitions, Definition::reading, reading),
                keep(levels, Level::reading, reading),
                keep(states, State::reading, reading),
                keep(zones, Zone::reading, reading),
                keep(norms, Norm::reading, reading),
                keep(rules, Rule::reading, reading));
    }

    /** The same but for its clauses. */
    public Agreement withNorms(List<Norm> others) {
        return with(bodies, definitions, levels, states, zones, others, rules);
    }

    private Agreement with(
            List<Body> ofBodies,
            List<Definition> ofDefinitions,
            List<Level> ofLevels,
            List<State> ofStates,
            List<Zone> ofZones,
            List<Norm> ofNorms,
            List<Rule> ofRules) {
        return new Agreement(
                title,
                version,
                standing,
                retold,
                sources,
                zone,
                articles,
                actors,
                groups,
                ofBodies,
                measures,
                layers,
                events,
                ofDefinitions,
                ofLevels,
                ofStates,
                ofZones,
                undefinedTerms,
                questions,
                ofNorms,
                ofRules,
                scenarios,
                sha256,
                kinds,
                titles);
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

    /** The declared or defined event type of this name, without putting together what all the others are. */
    public Optional<EventType> eventType(String name) {
        for (EventType event : events) {
            if (event.name().equals(name)) {
                return Optional.of(event);
            }
        }
        for (Definition definition : definitions) {
            if (definition.name().equals(name)) {
                return Optional.of(definition.type());
            }
        }
        return Optional.empty();
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
