package holdfast.examine.subject;

import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A clause that would answer a breach with more than talk, and waits for a body that need not speak.
 *
 * @param clause that would answer
 * @param body for which it waits
 * @param stoppedBy the violator, where its no keeps the body from speaking
 */
public record Waiting(String clause, String body, Optional<String> stoppedBy) {
    /** For one who breaks one prohibition, in the order of the text. */
    public static List<Waiting> of(Agreement agreement, String prohibition, String violator) {
        ClauseKinds kinds = new ClauseKinds(agreement, new Understood(agreement));
        Set<String> answering = ClauseGraph.of(agreement).edges().stream()
                .filter(e -> e.bond() == ClauseGraph.Bond.ANSWERS && e.from().equals(prohibition))
                .map(ClauseGraph.Edge::to)
                .collect(Collectors.toSet());
        List<Deciding.Part> parts = new Deciding(agreement).parts();
        Set<Waiting> found = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (answering.contains(norm.id()) && kinds.demandsMoreThanTalk(norm)) {
                for (Deciding.Part part : parts) {
                    if (waitsFor(agreement, norm, prohibition, part)) {
                        boolean stopped = part.canBeStoppedBy(violator);
                        found.add(new Waiting(
                                norm.id(), part.body().name(), stopped ? Optional.of(violator) : Optional.empty()));
                    }
                }
            }
        }
        return List.copyOf(found);
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
