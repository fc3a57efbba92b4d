package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.model.Actor;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Group;
import holdfast.language.model.Origin;
import holdfast.language.model.Question;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every name of an agreement. All kinds but measures share one namespace. */
final class Names {
    static final String GAIN = "gain";
    static final String DECISION = "decision";

    /** Words that stand where a name could, so that no name may be one of them. */
    static final Set<String> RESERVED = Set.of(
            "party",
            "guarantor",
            "unattributed",
            "nobody",
            "anyone",
            "each",
            "no",
            "not",
            "and",
            "or",
            "must",
            "may",
            "while",
            "if",
            "provided",
            "on",
            "when",
            "where",
            "is",
            "in",
            "the",
            "a",
            "at",
            "more",
            "less",
            "within",
            "by",
            "before",
            "has",
            "read",
            "have",
            "keep",
            "every",
            "then",
            "with",
            "all",
            "sum",
            "none",
            "as");

    /** The events that exist in every agreement. */
    static final List<EventType> BUILT_IN = List.of(
            builtIn("motion", party("of"), text("id"), text("on")),
            builtIn("vote", party("by"), text("id"), text("choice")),
            builtIn(DECISION, party("of"), text("id"), text("on"), text("result")),
            builtIn(
                    GAIN,
                    party("by"),
                    new Attribute("beyond", ValueType.ZONE),
                    new Attribute("km2", ValueType.NUMBER),
                    new Attribute("place", ValueType.PLACE)));

    /** What a name stands for. */
    enum Kind {
        ACTOR("an actor"),
        GROUP("a group"),
        BODY("a body"),
        EVENT("an event"),
        DEFINITION("a definition"),
        LEVEL("a level"),
        STATE("a state"),
        ZONE("a zone"),
        UNDEFINED("a term that the text leaves open"),
        QUESTION("a question"),
        ANNEX("an annex");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    final Map<String, Actor> actors = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    final Map<String, Body> bodies = new LinkedHashMap<>();
    final Set<String> measures = new LinkedHashSet<>();
    final Map<String, EventType> events = new LinkedHashMap<>();
    final Map<String, UndefinedTerm> undefined = new LinkedHashMap<>();
    final Map<String, Question> questions = new LinkedHashMap<>();

    /** Definitions, levels and states by name, as far as they have been typed: for a name with variants, by the first. */
    final Map<String, EventType> definitions = new LinkedHashMap<>();

    final Map<String, Signature> states = new HashMap<>();
    final Map<String, Signature> levels = new HashMap<>();
    final Set<String> zones = new LinkedHashSet<>();

    /** Zones of maps that are not public. */
    final Set<String> notPublic = new HashSet<>();

    /** Events of which only the first counts. */
    final Set<String> once = new LinkedHashSet<>();

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Token> declaredAt = new HashMap<>();
    private final Map<String, Token> skeletons = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Diagnostics diagnostics;

    /** The parameters of a state or level, in order: their names (or variables) and types. A type may be unknown. */
    record Signature(List<String> parameters, Map<String, ValueType> types) {}

    Names(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (EventType event : BUILT_IN) {
            events.put(event.name(), event);
            kinds.put(event.name(), Kind.EVENT);
        }
    }

    private static EventType builtIn(String name, Attribute... attributes) {
        return new EventType(name, List.of(attributes), Optional.empty(), false, Origin.NONE);
    }

    private static Attribute party(String name) {
        return new Attribute(name, ValueType.PARTY);
    }

    private static Attribute text(String name) {
        return new Attribute(name, ValueType.TEXT);
    }

    /** Declares a name; false, and reported, if it cannot be. A name with variants is declared by each of them. */
    boolean declare(Token token, Kind kind, boolean variant) {
        String name = token.text();
        if (RESERVED.contains(name)) {
            diagnostics.report(
                    Code.RESERVED_WORD,
                    token.place(),
                    "`" + name + "` is a word of the language and cannot be a name",
                    "choose another, such as `" + name + "_1`");
            broken.add(name);
            return false;
        }
        Token alike = skeletons.putIfAbsent(LookAlike.skeleton(name), token);
        if (alike != null && !alike.text().equals(name)) {
            diagnostics.report(
                    Code.LOOK_ALIKE,
                    token.place(),
                    "`" + name + "` looks like `" + alike.text() + "`, " + whereIs(alike, token)
                            + ", and is another name: " + LookAlike.difference(alike.text(), name),
                    "write one name in one alphabet, or give the other a name that looks different");
        }
        Kind known = kinds.putIfAbsent(name, kind);
        Token first = declaredAt.putIfAbsent(name, token);
        if (known == null || (known == kind && variant)) {
            return true;
        }
        diagnostics.report(
                Code.DECLARED_TWICE,
                token.place(),
                "`" + name + "` is already " + known.words
                        + (first == null ? " in every agreement" : ", " + whereIs(first, token)),
                "give one of the two another name");
        return false;
    }

    static String whereIs(Token first, Token seenFrom) {
        boolean sameFile =
                first.block().source().file().equals(seenFrom.block().source().file());
        return "named in line " + first.line()
                + (sameFile ? "" : " of " + first.block().source().file());
    }

    /** Names in statements that could not be read: nothing that uses them is reported. */
    void addBroken(Set<String> words) {
        broken.addAll(words);
    }

    void addBroken(String word) {
        broken.add(word);
    }

    boolean isBroken(String word) {
        return broken.contains(word);
    }

    /** Whether a clause of that number, or one of that article, could not be read. */
    boolean isBrokenClause(String reference) {
        return broken.contains(reference) || broken.stream().anyMatch(w -> w.startsWith(reference + "."));
    }

    Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    Optional<EventType> event(String name) {
        EventType declared = events.get(name);
        return Optional.ofNullable(declared != null ? declared : definitions.get(name));
    }

    /** What a pattern of this event matches: of an event that happens once, the first. */
    String counted(String event) {
        return once.contains(event) ? Definition.FIRST + event : event;
    }

    boolean isEvent(String name) {
        Kind kind = kinds.get(name);
        return kind == Kind.EVENT || kind == Kind.DEFINITION;
    }

    boolean canAct(String name) {
        Kind kind = kinds.get(name);
        return kind == Kind.ACTOR || kind == Kind.BODY;
    }

    /** All names of these kinds, to suggest one. */
    List<String> of(Kind... wanted) {
        Set<Kind> set = Set.of(wanted);
        List<String> found = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            if (set.contains(kind)) {
                found.add(name);
            }
        });
        return found;
    }
}
