package holdfast.report.standing;

import holdfast.engine.words.Wording;
import holdfast.examine.Examination;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Parts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What becomes of the answers when the body that should find, or decide, does nothing. */
public final class Silence {
    private Silence() {}

    public static List<String> words(Agreement agreement, Examination examination) {
        List<String> said = new ArrayList<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Confirms c && c.body().isPresent()) {
                said.add(finder(agreement, examination, c));
            }
        }
        for (Body body : agreement.bodies()) {
            List<String> waiting = waitingFor(agreement, body.name());
            if (!waiting.isEmpty()) {
                String rule = switch (body.silence()) {
                    case CONSENT -> "a member's silence counts as consent";
                    case REFUSAL -> "a member's silence counts as refusal";
                    case NO_VOTE -> "silence is no vote";
                };
                String time = body.within().map(w -> "within " + w).orElse("with no time set to decide");
                said.add(body.name() + ": " + Wording.list(waiting) + (waiting.size() == 1 ? " waits" : " wait")
                        + " for its decision, " + time + "; " + rule + ".");
            }
        }
        return said.stream().distinct().toList();
    }

    private static String finder(Agreement agreement, Examination examination, Rule.Confirms c) {
        String body = c.body().orElseThrow();
        String meaning = c.silence()
                .map(s -> "after " + s.after() + " of silence a breach of " + c.of()
                        + switch (s.meaning()) {
                            case ALLEGED -> " stays alleged";
                            case CONFIRMED -> " counts as confirmed";
                            case REFUTED -> " counts as dismissed";
                        })
                .orElse("the text does not say what its silence on a breach of " + c.of() + " means: it stays alleged");
        Set<String> waiting = new LinkedHashSet<>();
        Set<String> going = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (norm.trigger().orElse(null) instanceof Trigger.OnBreach on
                    && on.of().ids().stream()
                            .anyMatch(id -> c.of().covers(id) || c.of().ids().contains(id))) {
                (on.confirmed() ? waiting : going).add(norm.id());
            }
        }
        boolean answered = examination.guarantees().stream()
                .filter(g -> c.of().covers(g.prohibition()) && g.defectors().isEmpty())
                .map(Guarantee::measure)
                .anyMatch(m -> m.isPresent());
        String answers = going.isEmpty() && waiting.isEmpty()
                ? "no clause answers such a breach"
                : waiting.isEmpty()
                        ? "the answers (" + Wording.list(List.copyOf(going)) + ") do not wait for it"
                        : Wording.list(List.copyOf(waiting)) + " wait" + (waiting.size() == 1 ? "s" : "")
                                + " for its confirmation" + (answered ? "" : ", and so nothing follows");
        return body + ": " + meaning + "; " + answers + ".";
    }

    private static List<String> waitingFor(Agreement agreement, String body) {
        Set<String> waiting = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            boolean[] waits = {false};
            Parts.patterns(
                    norm,
                    p -> waits[0] |= p.event().equals("decision")
                            && p.term("of")
                                    .map(t -> t.equals(new holdfast.language.model.Term.Constant(
                                            new holdfast.language.model.Value.Actor(body))))
                                    .orElse(false));
            if (waits[0]) {
                waiting.add(norm.id());
            }
        }
        return List.copyOf(waiting);
    }
}
