package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.KeyNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says a row of verdicts in a few words. */
public final class VerdictWords {
    /** So many keys of verdicts that share a line are named. */
    private static final int KEYS = 6;

    /** Not broken as far as the records go, which do not go far enough to call it kept. */
    private static final String NOT_SHOWN = "not shown";

    private static final String NOTHING = "nothing on record";

    private final DateWords dates;
    private final Wording wording;
    private final long now;
    private final Function<Verdict, Optional<OnRecord.Silence>> silence;

    /** Somebody may excuse what the clause asks for. */
    private final Predicate<Norm> excusable;

    /** For verdicts of which it is not known what is on record. */
    public VerdictWords(DateWords dates, long now) {
        this(dates, now, v -> Optional.empty(), n -> false);
    }

    private VerdictWords(
            DateWords dates,
            long now,
            Function<Verdict, Optional<OnRecord.Silence>> silence,
            Predicate<Norm> excusable) {
        this.dates = dates;
        this.wording = new Wording(dates.zone());
        this.now = now;
        this.silence = silence;
        this.excusable = excusable;
    }

    /** For the verdicts of a replay. */
    public static VerdictWords of(Replay replay, Norms norms) {
        OnRecord onRecord = new OnRecord(replay);
        return new VerdictWords(
                new DateWords(replay.agreement().zone()),
                replay.now(),
                v -> norms.of(v).flatMap(n -> onRecord.silence(v, n)),
                n -> !Duties.powers(replay.agreement(), Duty.Effect.EXCUSE, n.id())
                        .isEmpty());
    }

    /** As {@link #status}; {@code nothing on record} where no record could have shown a breach. */
    public String kind(Verdict verdict) {
        return unknown(verdict).orElse(status(verdict));
    }

    /** Why nobody can tell from the records whether this was kept; empty where they tell. */
    public Optional<Explainer.Doubt> doubt(Verdict verdict) {
        return silence.apply(verdict).map(s -> {
            String whether = "whether " + verdict.bearer() + " kept clause " + verdict.clause();
            return switch (s) {
                case OnRecord.Silence.Nothing() ->
                    new Explainer.Doubt(NOTHING, "No record is of a kind that could show " + whether);
                case OnRecord.Silence.NeverBegan(String state) ->
                    new Explainer.Doubt(
                            Status.NOT_YET_DUE.words(),
                            "Clause " + verdict.clause() + " binds " + verdict.bearer() + " during " + state
                                    + ", which never began as far as the records go");
                case OnRecord.Silence.LeftOut(Unjudged.Line what) ->
                    new Explainer.Doubt(
                            NOT_SHOWN,
                            "The records do not show " + whether + ": "
                                    + IntakeWords.count(what.count(), "record") + " of " + what.event() + " without "
                                    + Wording.list(what.attributes()) + " (" + String.join(", ", what.first())
                                    + (what.count() > what.first().size() ? " and others)" : ")"));
                case OnRecord.Silence.ByNobodyNamed() ->
                    new Explainer.Doubt(
                            NOT_SHOWN,
                            "The records do not show " + whether
                                    + ": it was broken, or may have been, by somebody whom they do not name");
            };
        });
    }

    /** As {@link #kind}, without the standing. */
    public String kindOfStatus(Verdict verdict) {
        return unknown(verdict).orElse(verdict.status().words());
    }

    private Optional<String> unknown(Verdict verdict) {
        return silence.apply(verdict).map(s -> switch (s) {
            case OnRecord.Silence.Nothing() -> NOTHING;
            case OnRecord.Silence.NeverBegan ignored -> Status.NOT_YET_DUE.words();
            case OnRecord.Silence.LeftOut ignored -> NOT_SHOWN;
            case OnRecord.Silence.ByNobodyNamed() -> NOT_SHOWN;
        });
    }

    /** What it means where a verdict is not said by its status, because the records could not have shown another. */
    static String silenceMeans(String kind) {
        return switch (kind) {
            case NOTHING -> "no record is of a kind that could show a breach; nobody can tell whether it was kept";
            case NOT_SHOWN ->
                "no breach is shown, and none is ruled out: records leave out what decides, or name nobody who did it";
            default -> "what sets it off has not come, or its first day has not";
        };
    }

    /** {@code breached, alleged}. */
    public static String status(Verdict verdict) {
        return verdict.standing() == Standing.NONE
                ? verdict.status().words()
                : verdict.status().words() + ", " + verdict.standing().words();
    }

    /** What stands beside the status: since when, until when, due when, how often. */
    public String detail(VerdictGroups.Row row, Norm norm) {
        return row.folded() ? folded(row, norm) : single(row.first(), norm);
    }

    private String folded(VerdictGroups.Row row, Norm norm) {
        boolean owed = row.first().since().isEmpty() && row.first().due().isPresent();
        long counted = row.verdicts().stream().filter(Verdict::own).count();
        boolean all = counted == row.verdicts().size();
        String times = (all ? "" : "at least ") + (counted == 1 ? "once" : counted + " times");
        String keys = keys(row, norm);
        String when;
        if (VerdictGroups.when(row.first()) == VerdictGroups.when(row.last())) {
            when = said(row.first(), norm);
        } else {
            String open = row.verdicts().stream().anyMatch(v -> continues(v, norm)) ? "; still going on" : "";
            when = (owed ? "first due " : "first ") + moment(row.first()) + ", last " + moment(row.last()) + open;
        }
        return times + (when.isEmpty() ? "" : ": " + when) + (keys.isEmpty() ? "" : "; " + keys);
    }

    /** {@code for North}, or {@code 2 for North, 1 for South}: to whom or what each of several alike belongs. */
    private String keys(VerdictGroups.Row row, Norm norm) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        row.verdicts().forEach(v -> counts.merge(key(v, norm), v.own() ? 1 : 0, Integer::sum));
        if (counts.size() == 1) {
            return key(row.first(), norm);
        }
        List<String> said = new ArrayList<>();
        counts.forEach((key, n) -> said.add(n + " " + (key.isEmpty() ? "for nothing in particular" : key)));
        return said.size() <= KEYS
                ? String.join(", ", said)
                : String.join(", ", said.subList(0, KEYS)) + " and "
                        + counts.values().stream()
                                .skip(KEYS)
                                .mapToInt(Integer::intValue)
                                .sum() + " for others";
    }

    private String moment(Verdict v) {
        return v.since().map(dates::time).or(() -> v.due().map(dates::due)).orElse("");
    }

    public String single(Verdict v, Norm norm) {
        String said = said(v, norm);
        String key = key(v, norm);
        return said + (said.isEmpty() || key.isEmpty() ? "" : "; ") + key;
    }

    private String said(Verdict v, Norm norm) {
        String said = Duties.isProhibition(norm) ? span(v, norm) : owed(v, norm);
        return v.own() ? said : said + ", perhaps one with another";
    }

    private boolean continues(Verdict v, Norm norm) {
        return Duties.isProhibition(norm) && v.status() == Status.BREACHED && !ended(v);
    }

    private boolean ended(Verdict v) {
        return v.until().isPresent() && v.until().get().hi() <= now;
    }

    private String span(Verdict v, Norm norm) {
        Optional<OnRecord.Silence> nothing = silence.apply(v);
        if (nothing.isPresent()) {
            return switch (nothing.get()) {
                case OnRecord.Silence.NeverBegan(String state) -> state + " never began";
                case OnRecord.Silence.Nothing() -> "";
                case OnRecord.Silence.LeftOut(Unjudged.Line what) ->
                    IntakeWords.count(what.count(), "record") + " of " + what.event() + " without "
                            + Wording.list(what.attributes());
                case OnRecord.Silence.ByNobodyNamed() -> "nobody is named for a breach of it";
            };
        }
        if (v.since().isEmpty()) {
            return v.status() == Status.FULFILLED ? "kept so far" : "";
        }
        String since = dates.since(v.since().get());
        boolean point = v.until().equals(v.since());
        if (point) {
            return since;
        }
        return ended(v)
                ? since + ", until " + dates.since(v.until().orElseThrow())
                : "since " + since + (continues(v, norm) ? ", still going on" : "");
    }

    private String owed(Verdict v, Norm norm) {
        Optional<String> due = v.due().map(d -> "due " + dates.due(d));
        Optional<String> done = v.since().map(s -> "done " + dates.time(s));
        List<String> said = new ArrayList<>();
        switch (v.status()) {
            case FULFILLED -> {
                done.ifPresent(said::add);
                due.ifPresent(said::add);
            }
            case CURED -> {
                // A verdict does not tell whether the act or a waiver did it.
                v.since().ifPresent(s -> said.add((excusable.test(norm) ? "made good " : "done ") + dates.time(s)));
                due.ifPresent(said::add);
                v.due()
                        .ifPresent(d -> v.since()
                                .filter(s -> s.hi() > d.hi())
                                .ifPresent(s -> said.add(dates.distance(d, s.hi()) + " late")));
            }
            case BREACHED -> {
                due.ifPresent(said::add);
                v.due()
                        .ifPresent(
                                d -> said.add(v.until().isPresent() ? "missed" : dates.distance(d, now) + " overdue"));
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
    public String key(Verdict v, Norm norm) {
        if (v.key().isEmpty()) {
            return "";
        }
        Map<String, String> names = KeyNames.of(norm);
        List<String> said = new ArrayList<>();
        inOrder(v, norm)
                .forEach(variable -> said.add(entry(
                        names.getOrDefault(variable, variable),
                        Objects.requireNonNull(v.key().get(variable)))));
        return "for " + String.join(", ", said);
    }

    /** In the order in which what sets the clause off names them, so that the thing stands before how many of it. */
    private static List<String> inOrder(Verdict v, Norm norm) {
        Set<String> order = new LinkedHashSet<>();
        norm.trigger().ifPresent(t -> {
            if (t instanceof Trigger.OnEvent(Pattern pattern, var where)) {
                order.addAll(pattern.variables());
            }
        });
        Duties.act(norm).ifPresent(act -> order.addAll(act.variables()));
        order.addAll(v.key().keySet());
        return order.stream().filter(v.key()::containsKey).toList();
    }

    private String entry(String name, Value value) {
        String said = value.equals(Value.UNATTRIBUTED) ? Verdict.NOBODY_NAMED : wording.value(value);
        return switch (name) {
            case "by" -> said;
            case "about" -> (value instanceof Value.Reference ? "the breach of " : "about ") + said;
            default -> name + " " + said;
        };
    }
}
