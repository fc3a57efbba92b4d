package holdfast.engine.words;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Group;
import holdfast.language.model.Level;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says declarations and rules in the words of the language, as {@code docs/language.md} writes them. What it says of a body, a definition, a
 * level, a state or a rule is a statement that can be put in the place of the one that was read, and means the same.
 */
public final class DeclarationWords {
    private final Wording wording;
    private final Set<String> names = new HashSet<>();
    private final Map<String, EventType> events = new HashMap<>();

    public DeclarationWords(Agreement agreement) {
        this.wording = new Wording(agreement.zone());
        agreement.actors().forEach(a -> names.add(a.name()));
        agreement.bodies().forEach(b -> names.add(b.name()));
        agreement.events().forEach(e -> events.put(e.name(), e));
    }

    public String actor(Actor a) {
        String role = a.role() == Actor.Role.OTHER ? "actor" : lower(a.role());
        return role + " " + a.name();
    }

    public String group(Group g) {
        return "group " + g.name() + " = " + String.join(", ", g.members());
    }

    public String body(Body b) {
        StringBuilder said = new StringBuilder(
                read(b.reading()) + "body " + b.name() + title(b) + " of " + String.join(", ", b.members()));
        said.append(
                switch (b.rule()) {
                    case Body.Rule.Consensus() -> ", decides by consensus";
                    case Body.Rule.Majority() -> ", decides by majority";
                    case Body.Rule.AtLeast(int n) ->
                        ", decides by " + n + " of " + b.members().size();
                    case Body.Rule.NotSaid() -> "";
                    case Body.Rule.Advises() -> ", only advises";
                });
        b.vetoes().forEach(v -> said.append(", ").append(v).append(" may veto"));
        b.within().ifPresent(w -> said.append(", within ").append(due(w, b.includingFirstDay())));
        if (b.within().isPresent()) {
            said.append(", silence means ").append(lower(b.silence()));
        }
        return said.toString();
    }

    private static String title(Body body) {
        return body.title().equals(body.name()) ? "" : " \"" + body.title() + '"';
    }

    public String event(EventType e) {
        String attributes = e.attributes().stream()
                .map(a -> a.name() + ": " + lower(a.type()))
                .collect(Collectors.joining(", "));
        return "event " + e.name() + (attributes.isEmpty() ? "" : "(" + attributes + ")")
                + e.measure().map(m -> " is " + m).orElse("")
                + (e.irreversible() ? ", cannot be undone" : "");
    }

    public String definition(Definition d) {
        if (d.name().startsWith(Definition.FIRST)) {
            return "event " + d.name().substring(Definition.FIRST.length()) + ", once";
        }
        List<String> given = new ArrayList<>();
        for (int i = 0; i < d.variables().size(); i++) {
            given.add(d.type().attributes().get(i).name() + " " + d.variables().get(i));
        }
        return read(d.reading()) + "define " + d.name() + parameters(given) + " as " + derivation(d.derivation())
                + d.type().measure().map(m -> " is " + m).orElse("");
    }

    public String level(Level l) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < l.variables().size(); i++) {
            given.add(l.attributes().get(i) + " " + l.variables().get(i));
        }
        return read(l.reading()) + "define " + l.name() + parameters(given) + " as the latest " + l.figure() + " in "
                + wording.pattern(l.pattern());
    }

    private String derivation(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select d -> either(d.patterns()) + where(d.where());
            case Definition.Count d ->
                "at least " + d.atLeast() + " " + wording.pattern(d.pattern()) + within(d.within()) + where(d.where());
            case Definition.Different d ->
                "at least " + d.atLeast() + " different " + d.variable() + " in " + wording.pattern(d.pattern())
                        + within(d.within()) + where(d.where());
            case Definition.Sum d ->
                "sum of " + d.attribute() + " in " + wording.pattern(d.pattern()) + " at least "
                        + d.atLeast().toPlainString() + within(d.within()) + where(d.where());
            case Definition.Merged d -> wording.pattern(d.pattern()) + " merged within " + d.gap() + where(d.where());
            case Definition.Then d ->
                wording.pattern(d.first()) + " then " + wording.pattern(d.second()) + " within " + d.within();
            case Definition.Absence d ->
                "no " + wording.pattern(d.absent()) + " within " + due(d.within(), d.includingFirstDay()) + " of "
                        + wording.pattern(d.of());
            case Definition.After d -> due(d.span(), d.includingFirstDay()) + " after " + wording.pattern(d.pattern());
            case Definition.AllOf d ->
                "all of " + d.patterns().stream().map(wording::pattern).collect(Collectors.joining(", "));
        };
    }

    public String state(State state) {
        String head = read(state.reading()) + "state " + state.name() + parameters(state.parameters());
        return switch (state) {
            case State.Period s -> read(s.reading()) + "term " + s.name() + " is " + term(s);
            case State.Named s -> head + " is " + wording.condition(s.condition());
            case State.Fluent s ->
                head + " begins with " + either(s.begins())
                        + (s.ends().isEmpty() ? "" : ", ends with " + either(s.ends()));
        };
    }

    private String term(State.Period term) {
        String from = term.start()
                .map(start -> switch (start) {
                    case State.Start.OfEvent(Pattern begin) -> " from " + wording.pattern(begin);
                    case State.Start.At(Instant at) -> " from " + at;
                })
                .orElse("");
        String end = term.end()
                .map(e -> switch (e) {
                    case State.End.At(Instant at) -> " until " + at;
                    case State.End.After after -> "";
                })
                .orElse("");
        String length = term.end().orElse(null) instanceof State.End.After after
                ? due(after.length(), after.includingFirstDay())
                : "";
        String renewed = term.renewal()
                .map(r -> ", renewed for " + r.each() + " each time"
                        + r.notice()
                                .map(n -> ", unless " + wording.pattern(n.by()) + " at least " + n.before()
                                        + " before its end")
                                .orElse(""))
                .orElse("");
        return (length + from + end).strip() + renewed;
    }

    public String zone(Zone zone) {
        return switch (zone) {
            case Zone.FromFile z ->
                read(z.reading()) + "zone " + z.name()
                        + z.edge().map(DeclarationWords::edge).orElse("")
                        + z.stood()
                                .map(s ->
                                        " is where " + s.side() + " stood on " + s.date() + " per \"" + z.file() + "\"")
                                .orElse(" from \"" + z.file() + "\"")
                        + (z.feature().isEmpty() ? "" : " feature \"" + z.feature() + "\"");
            case Zone.Around z ->
                read(z.reading()) + "zone " + z.name() + " is within " + z.km().toPlainString() + " km of " + z.of();
        };
    }

    private static String edge(Zone.Edge edge) {
        return ", the edge"
                + (edge.without().isEmpty()
                        ? ""
                        : " without what lies within " + edge.km().toPlainString() + " km of "
                                + edge.without().stream().map(Zone::name).collect(Collectors.joining(" or ")))
                + " of the ground,";
    }

    public String rule(Rule rule) {
        return read(rule.reading())
                + switch (rule) {
                    case Rule.Confirms r ->
                        r.body().orElse("nobody") + " confirms breaches of " + r.of()
                                + r.silence().map(DeclarationWords::silence).orElse("");
                    case Rule.Attributes r -> r.by() + " attributes";
                    case Rule.Corrects r ->
                        source(r.by()) + " corrects records of "
                                + (r.of().isEmpty()
                                        ? "everybody"
                                        : Wording.list(r.of().stream()
                                                .map(this::source)
                                                .toList()));
                    case Rule.RulesOn r -> r.body() + " rules on " + r.name();
                    case Rule.AnswersFor r -> r.principal() + " answers for " + String.join(", ", r.affiliates());
                    case Rule.QuietGap r ->
                        "a breach of " + r.of() + " ends after " + r.gap() + " without a further act";
                    case Rule.Evidence r ->
                        "evidence for " + r.of() + " is "
                                + r.kinds().stream()
                                        .map(DeclarationWords::lower)
                                        .sorted()
                                        .collect(Collectors.joining(", "));
                    case Rule.Accepts r ->
                        "accept " + String.join(", ", r.codes())
                                + r.of().map(c -> " for " + c).orElse("") + " because \"" + r.reason() + "\"";
                    case Rule.ForcesInArea r -> "forces of " + Wording.list(r.actors()) + " are in the area";
                    case Rule.Readiness r ->
                        "readiness: " + r.steps().stream().map(this::step).collect(Collectors.joining(", "));
                    case Rule.InForceWhile r -> "in force while " + wording.condition(r.condition());
                };
    }

    /** With what its attributes say only where their names do not tell it. */
    private String step(Step step) {
        String roles =
                Optional.ofNullable(events.get(step.event()))
                        .map(step::toBeSaid)
                        .orElse(step.attributes())
                        .entrySet()
                        .stream()
                        .map(said -> said.getValue() + " as " + said.getKey().word())
                        .collect(Collectors.joining(" and "));
        return step.event() + " is " + step.stage().words() + (roles.isEmpty() ? "" : " with " + roles);
    }

    /** Whoever the text does not name stands as the records word it. */
    private String source(String source) {
        return names.contains(source) ? source : '"' + source + '"';
    }

    /** By what a rule is called in the list of changes: rules of one kind about the same are one entry. */
    public static String kind(Rule rule) {
        return switch (rule) {
            case Rule.Confirms r -> "rule: who confirms breaches of " + r.of();
            case Rule.Attributes ignored -> "rule: who attributes";
            case Rule.Corrects r -> "rule: whose records " + r.by() + " corrects";
            case Rule.RulesOn r -> "rule: who rules on " + r.name();
            case Rule.AnswersFor r -> "rule: for whom " + r.principal() + " answers";
            case Rule.QuietGap r -> "rule: when a breach of " + r.of() + " ends";
            case Rule.Evidence r -> "rule: evidence for " + r.of();
            case Rule.Accepts r ->
                "rule: what is accepted" + r.of().map(c -> " for " + c).orElse("");
            case Rule.ForcesInArea ignored -> "rule: whose forces are in the area";
            case Rule.Readiness ignored -> "rule: which events are which step of readiness";
            case Rule.InForceWhile ignored -> "rule: while what it is in force";
        };
    }

    private static String silence(Rule.Silence silence) {
        return ", and silence for " + silence.after()
                + switch (silence.meaning()) {
                    case ALLEGED -> " leaves them alleged";
                    case CONFIRMED -> " confirms them";
                    case REFUTED -> " dismisses them";
                };
    }

    private String either(List<Pattern> patterns) {
        return patterns.stream().map(wording::pattern).collect(Collectors.joining(" or "));
    }

    private String where(Condition condition) {
        return condition.isAlways() ? "" : " where " + wording.condition(condition);
    }

    private static String within(Optional<Span> span) {
        return span.map(s -> " within " + s).orElse("");
    }

    private static String due(Span span, boolean including) {
        return span + (including && !span.exact() ? " including the first day" : "");
    }

    private static String parameters(List<String> given) {
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    /** {@code read counting as included, }: what stands before a statement that holds under these answers; empty where it always holds. */
    public static String read(Reading reading) {
        return reading.answers().isEmpty() ? "" : "read " + Wording.answers(reading) + ", ";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
