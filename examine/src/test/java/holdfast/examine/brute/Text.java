package holdfast.examine.brute;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A document under one reading, twice: as it is, and as those read it who help: with what may be done demanded. Both are made from the words, by striking out.
 *
 * @param reading an answer to every question
 */
record Text(Reading reading, Agreement plain, Agreement helpful) {
    /** The one act that a breach is about, in every history played here. */
    static final String FIRST_VIOLATION = "v1";

    static final Set<String> OF_BODIES = Set.of("motion", "vote", "decision", "gain");

    /** Something that somebody could do. */
    record Deed(String event, Map<String, Value> values) {
        Deed {
            values = new TreeMap<>(values);
        }

        Optional<String> doer() {
            return values.get("by") instanceof Value.Actor(String name) ? Optional.of(name) : Optional.empty();
        }

        Deed by(String other) {
            Map<String, Value> changed = new TreeMap<>(values);
            changed.replace("by", new Value.Actor(other));
            return new Deed(event, changed);
        }
    }

    static Agreement read(String document) {
        Outcome outcome = AgreementReader.read(
                "random.md", document.getBytes(StandardCharsets.UTF_8), sibling -> Optional.empty());
        return outcome.agreement()
                .orElseThrow(() -> new IllegalArgumentException(outcome.diagnostics() + "\n" + document));
    }

    /** One for every combination of answers. */
    static List<Text> underEachReading(String document) {
        Agreement whole = read(document);
        List<Map<String, String>> readings = List.of(Map.of());
        for (Question question : whole.questions()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> reading : readings) {
                for (String answer : question.answers()) {
                    Map<String, String> more = new LinkedHashMap<>(reading);
                    more.put(question.name(), answer);
                    longer.add(more);
                }
            }
            readings = longer;
        }
        List<Text> texts = new ArrayList<>();
        for (Map<String, String> reading : readings) {
            String struck = under(document, reading);
            String helpful = struck.replaceAll("\\bmay (?!suspend|resume|terminate|extend|excuse|veto)", "must ");
            texts.add(new Text(new Reading(reading), read(struck), read(helpful)));
        }
        return texts;
    }

    private static String under(String document, Map<String, String> reading) {
        StringBuilder kept = new StringBuilder();
        for (String line : document.lines().toList()) {
            String rest = line.startsWith("question ") ? "" : line;
            for (Map.Entry<String, String> answer : reading.entrySet()) {
                String asked = "read " + answer.getKey() + " as ";
                if (rest.startsWith(asked)) {
                    String own = asked + answer.getValue() + ", ";
                    rest = rest.startsWith(own) ? rest.substring(own.length()) : "";
                }
            }
            kept.append(rest).append('\n');
        }
        return kept.toString();
    }

    /** Everything that anybody could do: every declared event, by every actor, about the breach where it can be about one; nobody's acts as well. */
    List<Deed> deeds() {
        List<Deed> all = new ArrayList<>();
        for (EventType event : plain.events()) {
            if (OF_BODIES.contains(event.name())) {
                continue;
            }
            if (event.actor().isEmpty()) {
                all.add(new Deed(event.name(), Map.of()));
                continue;
            }
            for (Actor actor : plain.actors()) {
                Map<String, Value> values = new TreeMap<>();
                values.put("by", new Value.Actor(actor.name()));
                if (event.attributes().stream().anyMatch(a -> a.type() == ValueType.BREACH)) {
                    // A pattern that does not ask what it is about is met by it too.
                    values.put("about", new Value.Reference(FIRST_VIOLATION));
                }
                all.add(new Deed(event.name(), values));
            }
        }
        return all;
    }

    /** Whether somebody who keeps its word would do this to have an answer: no wrong, nobody else's to do, and for asking or waited for from this one. */
    boolean isARequest(Deed deed) {
        String doer = deed.doer().orElseThrow();
        Set<String> own = new HashSet<>();
        for (Norm norm : helpful.norms()) {
            boolean forbidden = norm.duty() instanceof Duty.Refrain d && isMadeOf(d.act(), deed);
            boolean graver = norm.trigger().orElse(null) instanceof Trigger.GrowsInto g && isMadeOf(g.into(), deed);
            if (forbidden || (graver && !isForAsking(deed))) {
                return false;
            }
            if (norm.duty() instanceof Duty.Achieve d && isMadeOf(d.act(), deed)) {
                own.addAll(bearers(norm));
            }
        }
        return own.isEmpty() ? isForAsking(deed) || isWaitedForFrom(doer, deed) : own.contains(doer);
    }

    private static boolean isForAsking(Deed deed) {
        return deed.values().containsKey("about") || Set.of("ask", "call").contains(deed.event());
    }

    private static List<String> bearers(Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.Named(List<String> actors) -> actors;
            case Bearer.EachOf each -> each.actors();
            case Bearer.Anyone ignored -> List.of();
            case Bearer.NobodyNamed ignored -> List.of();
            case Bearer.Bound ignored -> List.of();
        };
    }

    private boolean isMadeOf(Pattern pattern, Deed deed) {
        return pattern.event().equals(deed.event())
                || helpful.definitions().stream()
                        .filter(d -> d.name().equals(pattern.event()))
                        .anyMatch(d -> switch (d.derivation()) {
                            case Definition.Select s -> s.patterns().stream().anyMatch(p -> isMadeOf(p, deed));
                            case Definition.Count c -> isMadeOf(c.pattern(), deed);
                            default -> throw new IllegalStateException("not among the random texts");
                        });
    }

    /** In a trigger, a guard or a power, with its name. */
    private boolean isWaitedForFrom(String doer, Deed deed) {
        Predicate<Pattern> his = p -> p.event().equals(deed.event())
                && p.term("by").equals(Optional.of(new Term.Constant(new Value.Actor(doer))));
        return helpful.norms().stream()
                .anyMatch(n -> (n.trigger().orElse(null) instanceof Trigger.OnEvent e && his.test(e.pattern()))
                        || (n.duty() instanceof Duty.Power p && his.test(p.with()))
                        || isIn(n.guard(), his)
                        || isIn(n.whileTrue(), his));
    }

    private static boolean isIn(Condition condition, Predicate<Pattern> such) {
        return switch (condition) {
            case Condition.HasHappened c -> such.test(c.pattern());
            case Condition.Not c -> isIn(c.condition(), such);
            case Condition.All c -> c.conditions().stream().anyMatch(one -> isIn(one, such));
            default -> false;
        };
    }

    List<String> withRole(Actor.Role role) {
        return plain.actors().stream()
                .filter(a -> a.role() == role)
                .map(Actor::name)
                .toList();
    }

    Optional<Norm> norm(String id) {
        return plain.norms().stream().filter(n -> n.id().equals(id)).findFirst();
    }

    Optional<String> measure(String event) {
        return Optional.ofNullable(plain.eventTypes().get(event)).flatMap(EventType::measure);
    }
}
