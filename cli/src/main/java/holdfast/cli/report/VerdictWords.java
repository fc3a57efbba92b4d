package holdfast.cli.report;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.explain.DateWords;
import holdfast.engine.explain.Wording;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says a row of verdicts in a few words. */
final class VerdictWords {
    private final DateWords dates;
    private final Wording wording;
    private final long now;

    VerdictWords(DateWords dates, long now) {
        this.dates = dates;
        this.wording = new Wording(dates.zone());
        this.now = now;
    }

    /** {@code breached, alleged}. */
    static String status(Verdict verdict) {
        return verdict.standing() == Standing.NONE
                ? verdict.status().words()
                : verdict.status().words() + ", " + verdict.standing().words();
    }

    /** What stands beside the status: since when, until when, due when, how often. */
    String detail(VerdictGroups.Row row, Norm norm) {
        return row.folded() ? folded(row, norm) : single(row.first(), norm);
    }

    private String folded(VerdictGroups.Row row, Norm norm) {
        boolean owed = row.first().since().isEmpty() && row.first().due().isPresent();
        String times = row.verdicts().size() + " times: ";
        if (VerdictGroups.when(row.first()) == VerdictGroups.when(row.last())) {
            String single = single(row.first(), norm);
            return single.isEmpty() ? row.verdicts().size() + " times" : times + single;
        }
        String open = row.verdicts().stream().anyMatch(v -> continues(v, norm)) ? "; still going on" : "";
        return times + (owed ? "first due " : "first ") + moment(row.first()) + ", last " + moment(row.last()) + open;
    }

    private String moment(Verdict v) {
        return v.since().map(dates::time).or(() -> v.due().map(dates::due)).orElse("");
    }

    String single(Verdict v, Norm norm) {
        String said = throughout(norm.duty()) ? span(v, norm) : owed(v);
        String key = key(v, norm);
        return said + (said.isEmpty() || key.isEmpty() ? "" : "; ") + key;
    }

    private static boolean throughout(Duty duty) {
        return duty instanceof Duty.Refrain || duty instanceof Duty.Keep;
    }

    private boolean continues(Verdict v, Norm norm) {
        return throughout(norm.duty()) && v.status() == Status.BREACHED && !ended(v);
    }

    private boolean ended(Verdict v) {
        return v.until().isPresent() && v.until().get().hi() <= now;
    }

    private String span(Verdict v, Norm norm) {
        if (v.since().isEmpty()) {
            return v.status() == Status.FULFILLED ? "kept so far" : "";
        }
        String since = dates.since(v.since().get());
        boolean point =
                v.until().equals(v.since());
        if (point) {
            return since;
        }
        return ended(v)
                ? since + ", until " + dates.since(v.until().orElseThrow())
                : "since " + since + (continues(v, norm) ? ", still going on" : "");
    }

    private String owed(Verdict v) {
        Optional<String> due = v.due().map(d -> "due " + dates.due(d));
        Optional<String> done = v.since().map(s -> "done " + dates.time(s));
        List<String> said = new ArrayList<>();
        switch (v.status()) {
            case FULFILLED -> {
                done.ifPresent(said::add);
                due.ifPresent(said::add);
            }
            case CURED -> {
                done.ifPresent(said::add);
                due.ifPresent(said::add);
                v.due()
                        .ifPresent(d -> v.since()
                                .filter(s -> s.hi() > d.hi())
                                .ifPresent(s -> said.add(dates.distance(d, s.hi()) + " late")));
            }
            case BREACHED -> {
                due.ifPresent(said::add);
                v.due().ifPresent(d -> said.add(dates.distance(d, now) + " overdue"));
            }
            case PENDING -> {
                said.add(due.orElse("no deadline"));
                v.due().ifPresent(d -> said.add(dates.distance(d, now) + " left"));
            }
            default -> due.ifPresent(said::add);
        }
        return String.join(", ", said);
    }

    /** {@code for item shells, quantity 1000}: the variables by the attribute that gave them; empty without a key. */
    String key(Verdict v, Norm norm) {
        if (v.key().isEmpty()) {
            return "";
        }
        Map<String, String> names = attributes(norm);
        List<String> said = new ArrayList<>();
        v.key().forEach((variable, value) -> said.add(entry(names.getOrDefault(variable, variable), value)));
        return "for " + String.join(", ", said);
    }

    private String entry(String name, Value value) {
        return name.equals("by") ? wording.value(value) : name + " " + wording.value(value);
    }

    private static Map<String, String> attributes(Norm norm) {
        Map<String, String> names = new HashMap<>();
        act(norm.duty()).ifPresent(p -> name(p, names));
        norm.trigger().ifPresent(t -> {
            if (t instanceof Trigger.OnEvent(Pattern pattern, var where)) {
                name(pattern, names);
            } else if (t instanceof Trigger.GrowsInto(var breach, Pattern into, var origin)) {
                name(into, names);
            }
        });
        return names;
    }

    private static Optional<Pattern> act(Duty duty) {
        return switch (duty) {
            case Duty.Achieve achieve -> Optional.of(achieve.act());
            case Duty.Refrain refrain -> Optional.of(refrain.act());
            case Duty.Recur recur -> Optional.of(recur.act());
            default -> Optional.empty();
        };
    }

    private static void name(Pattern pattern, Map<String, String> names) {
        for (Pattern.Argument argument : pattern.arguments()) {
            if (argument.term() instanceof Term.Variable(String variable)) {
                names.put(variable, argument.attribute());
            }
        }
    }
}
