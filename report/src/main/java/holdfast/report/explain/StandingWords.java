package holdfast.report.explain;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a breach is confirmed, by whom, or who could. */
final class StandingWords {
    private final Agreement agreement;
    private final CitedRecords records;
    private final RecordWords words;

    StandingWords(Agreement agreement, CitedRecords records, RecordWords words) {
        this.agreement = agreement;
        this.records = records;
        this.words = words;
    }

    /** Phrases without their full stops; none where there is no question of a breach. */
    List<String> said(Norm norm, Verdict verdict) {
        if (verdict.standing() == Standing.NONE
                && verdict.status() != Status.DISPUTED
                && verdict.status() != Status.REFUTED) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        List<String> findings = records.findings(norm.id(), verdict.records()).stream()
                .filter(f -> f.bearer().isEmpty() || f.bearer().get().equals(verdict.bearer()))
                // What set a duty off may be confirmed: that says nothing of what was not done.
                .filter(f -> f.clause().isPresent() || !Duties.demandsAct(norm))
                .map(words::finding)
                .toList();
        List<Rule.Confirms> rules = rules(norm);
        if (verdict.standing() == Standing.ALLEGED) {
            said.add("it is alleged, not confirmed: " + who(rules, norm));
        } else {
            boolean confirmed = verdict.standing() == Standing.CONFIRMED;
            String outcome = confirmed ? "confirmed" : verdict.status().words();
            Optional<String> bySilence = findings.isEmpty() ? silence(rules, confirmed) : Optional.empty();
            said.add(bySilence
                    .map(s -> "it counts as " + outcome + ", because " + s)
                    .orElse("it is " + outcome));
        }
        said.addAll(findings);
        return said;
    }

    private List<Rule.Confirms> rules(Norm norm) {
        return agreement.rules().stream()
                .filter(r -> r instanceof Rule.Confirms c && c.of().covers(norm.id()))
                .map(Rule.Confirms.class::cast)
                .toList();
    }

    private static String who(List<Rule.Confirms> rules, Norm norm) {
        List<String> bodies =
                rules.stream().flatMap(r -> r.body().stream()).distinct().toList();
        if (bodies.isEmpty()) {
            return "the agreement names nobody who confirms breaches of " + norm.id();
        }
        return Wording.list(bodies) + " could confirm it and has not"
                + silence(rules).map(s -> " (" + s + ")").orElse("");
    }

    private static Optional<String> silence(List<Rule.Confirms> rules) {
        return rules.stream()
                .filter(r -> r.silence().isPresent() && r.body().isPresent())
                .map(r -> silence(r.body().orElseThrow(), r.silence().orElseThrow()))
                .findFirst();
    }

    private static Optional<String> silence(List<Rule.Confirms> rules, boolean confirming) {
        Rule.Silence.Meaning meaning = confirming ? Rule.Silence.Meaning.CONFIRMED : Rule.Silence.Meaning.REFUTED;
        return silence(rules.stream()
                .filter(r -> r.silence().filter(s -> s.meaning() == meaning).isPresent())
                .toList());
    }

    private static String silence(String body, Rule.Silence silence) {
        return "silence of " + body + " for " + silence.after()
                + switch (silence.meaning()) {
                    case ALLEGED -> " leaves it alleged";
                    case CONFIRMED -> " confirms it";
                    case REFUTED -> " dismisses it";
                };
    }
}
