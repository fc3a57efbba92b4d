package holdfast.examine.subject;

import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Triggers;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A clause that would answer a breach with more than talk, and waits for a body that need not speak.
 *
 * @param clause that would answer
 * @param body for which it waits
 * @param stoppedBy the violator, where its no keeps the body from speaking
 */
public record Waiting(String clause, String body, Optional<String> stoppedBy) {
    /** For one who breaks one prohibition, in the order of the text. */
    public static List<Waiting> of(Agreement agreement, ClauseGraph graph, String prohibition, String violator) {
        List<Norm> answering = answering(agreement, graph, prohibition, violator);
        if (answering.isEmpty()) {
            return List.of();
        }
        List<Deciding.Part> parts = new Deciding(agreement).parts();
        Set<Waiting> found = new LinkedHashSet<>();
        for (Norm norm : answering) {
            for (Deciding.Part part : parts) {
                if (waitsFor(agreement, norm, prohibition, part)) {
                    boolean stopped = part.canBeStoppedBy(violator);
                    found.add(new Waiting(
                            norm.id(), part.body().name(), stopped ? Optional.of(violator) : Optional.empty()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The clauses that would answer a breach by this one with more than talk, whatever they wait for. */
    public static List<Norm> answering(Agreement agreement, ClauseGraph graph, String prohibition, String violator) {
        Set<String> answering = graph.edges().stream()
                .filter(e -> e.bond() == ClauseGraph.Bond.ANSWERS && e.from().equals(prohibition))
                .map(ClauseGraph.Edge::to)
                .collect(Collectors.toSet());
        if (answering.isEmpty()) {
            return List.of();
        }
        ClauseKinds kinds = new ClauseKinds(agreement, new Understood(agreement));
        return agreement.norms().stream()
                .filter(n -> answering.contains(n.id()) && kinds.demandsMoreThanTalk(n))
                .filter(n -> setOffBy(agreement, n)
                        .map(name -> name.equals(violator)
                                || agreement
                                        .members(name)
                                        .filter(m -> m.contains(violator))
                                        .isPresent())
                        .orElse(true))
                .toList();
    }

    /** Whose breach, or whose act, sets it off, where the text names one or a group; empty: anybody's. */
    private static Optional<String> setOffBy(Agreement agreement, Norm norm) {
        Optional<Term> by = Triggers.breach(norm).flatMap(Trigger.OnBreach::by);
        if (by.isPresent()) {
            return by.get() instanceof Term.Constant(Value.Actor(String name)) ? Optional.of(name) : Optional.empty();
        }
        return norm.trigger().orElse(null) instanceof Trigger.OnEvent on
                ? Roles.doer(agreement, on.pattern())
                : Optional.empty();
    }

    /** {@code “self defence”, on which nobody rules}: the terms on which it hangs whether a clause is broken; none where nothing is left open. */
    public static Optional<String> openTerms(Agreement agreement, String prohibition, Readable names) {
        List<Norm> norms = agreement.norms().stream()
                .filter(n -> n.id().equals(prohibition))
                .toList();
        Set<String> said = new LinkedHashSet<>();
        for (Norm norm : norms) {
            for (Condition c : new Walk(agreement).from(norm).conditions()) {
                if (c instanceof Condition.Undefined(String term, var origin)) {
                    Optional<String> judge = agreement.rules().stream()
                            .flatMap(r ->
                                    r instanceof Rule.RulesOn on && on.name().equals(term)
                                            ? Stream.of(on.body())
                                            : Stream.empty())
                            .findFirst();
                    said.add("“" + names.name(term) + "”, on which "
                            + judge.map(b -> b + " need not rule").orElse("nobody rules"));
                }
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", said));
    }

    private static boolean waitsFor(Agreement agreement, Norm norm, String prohibition, Deciding.Part part) {
        if (!part.confirms()) {
            return part.clauses().contains(norm.id());
        }
        return norm.trigger().orElse(null) instanceof Trigger.OnBreach on
                && on.confirmed()
                && part.clauses().contains(prohibition)
                && !isConfirmedBySilence(agreement, part.body(), prohibition);
    }

    private static boolean isConfirmedBySilence(Agreement agreement, Body body, String prohibition) {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.Confirms c
                        && c.body().equals(Optional.of(body.name()))
                        && c.of().covers(prohibition)
                        && c.silence()
                                .filter(s -> s.meaning() == Rule.Silence.Meaning.CONFIRMED)
                                .isPresent());
    }

    /** {@code 7.3 would answer, but waits for Commission, which Arvenia can stop by voting no}; the same of several is said once. */
    public static String words(List<Waiting> some) {
        Map<String, Set<String>> clauses = new TreeMap<>();
        Map<String, Set<String>> stoppers = new TreeMap<>();
        for (Waiting one : some) {
            clauses.computeIfAbsent(one.body(), b -> new LinkedHashSet<>()).add(one.clause());
            Set<String> those = stoppers.computeIfAbsent(one.body(), b -> new LinkedHashSet<>());
            one.stoppedBy().ifPresent(those::add);
        }
        List<String> said = new ArrayList<>();
        clauses.forEach((body, waiting) -> {
            Set<String> no = stoppers.getOrDefault(body, Set.of());
            said.add(Names.list(waiting) + " would answer, but " + (waiting.size() == 1 ? "waits" : "wait") + " for "
                    + body
                    + (no.isEmpty()
                            ? ", whose silence means nothing"
                            : ", which " + Names.list(no) + " can stop by voting no"));
        });
        return String.join("; ", said);
    }
}
