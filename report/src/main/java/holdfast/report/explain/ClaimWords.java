package holdfast.report.explain;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Value;
import holdfast.language.reading.QuietGaps;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Sentences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a verdict says, in one sentence without its full stop: for every kind of duty and every status. */
final class ClaimWords {
    /** The variable that stands for a bearer named by name. */
    private static final String BEARER = "_bearer";

    private final Sentences sentences;
    private final Wording wording;
    private final DateWords dates;
    private final Agreement agreement;
    private final long now;

    /** @param agreement under the verdict's reading */
    ClaimWords(Agreement agreement, Sentences sentences, DateWords dates, long now) {
        this.agreement = agreement;
        this.sentences = sentences;
        this.wording = new Wording(dates.zone());
        this.dates = dates;
        this.now = now;
    }

    /** @param acted whether an act that the clause asks for is among the records cited */
    String claim(Norm norm, Verdict verdict, boolean acted) {
        return switch (norm.duty()) {
            case Duty.Achieve achieve -> achieve(norm, achieve, verdict, acted);
            case Duty.Refrain refrain ->
                throughout(
                        norm,
                        verdict,
                        "no " + sentences.bare(refrain.act(), known(norm, verdict)),
                        "an act that it forbids",
                        QuietGaps.of(agreement, norm)
                                .map(gap -> gap + " passed without a further act")
                                .orElse("with the act: the text does not say that such a breach lasts"));
            case Duty.Keep keep ->
                throughout(
                        norm,
                        verdict,
                        sentences.condition(keep.condition()),
                        "a time in which it was not so",
                        "it was so again that " + sentences.condition(keep.condition())
                                + ", or the clause was no longer in force");
            case Duty.Recur recur -> recur(norm, recur, verdict);
            case Duty.May ignored -> "Clause " + norm.id() + " permits and obliges nobody: " + other(norm, verdict);
            case Duty.Power ignored ->
                "Clause " + norm.id() + " gives a power and obliges nobody: " + other(norm, verdict);
        };
    }

    private String achieve(Norm norm, Duty.Achieve duty, Verdict v, boolean acted) {
        String act = sentences.act(duty.act(), known(norm, v));
        String due = v.due().map(d -> " by " + dates.due(d)).orElse("");
        String asked = "the act that clause " + norm.id() + " asks for, " + act + ",";
        return switch (v.status()) {
            case PENDING ->
                who(v) + " still owes " + asked
                        + v.due().map(this::left).orElse(" for which the text gives no deadline");
            case FULFILLED ->
                done(norm, duty.act(), v, asked) + since(v, " on ") + orDue(due) + unsaid(norm, duty.act(), v);
            case BREACHED ->
                (nobody(v) ? "Clause " + norm.id() + " is breached" : who(v) + " has breached clause " + norm.id())
                        + ": the act that it asks for, " + act + ", was due" + due + " and is not on record in time"
                        + enough(duty) + unnamed(v);
            case CURED ->
                acted
                        ? done(norm, duty.act(), v, asked) + " but late: it was due" + due + " and was done"
                                + since(v, " on ") + unsaid(norm, duty.act(), v)
                        : who(v) + " did not do " + asked + " which was due" + due
                                + "; it was excused afterwards by a waiver" + since(v, " on ");
            case NOT_YET_DUE -> notYet(norm, duty, v);
            default ->
                other(norm, v) + (due.isEmpty() ? "" : "; the act it asks for, " + act + ", was to be done" + due);
        };
    }

    /** Where no record says whose act it is, nobody is said to have done it. */
    private String done(Norm norm, Pattern act, Verdict v, String asked) {
        return Roles.isDoerTold(agreement.eventTypes(), norm, act)
                ? who(v) + " did " + asked
                : "T" + asked.substring(1) + " was done";
    }

    private String unsaid(Norm norm, Pattern act, Verdict v) {
        return Roles.isDoerTold(agreement.eventTypes(), norm, act)
                ? ""
                : "; no record says by whom, and it counts for " + lower(v);
    }

    private static String enough(Duty.Achieve duty) {
        return duty.amount().equals(Duty.ONCE) ? "" : " in the amount asked for";
    }

    private static String orDue(String due) {
        return due.isEmpty() ? "" : ", in time: it was due" + due;
    }

    private String notYet(Norm norm, Duty.Achieve duty, Verdict v) {
        String start = who(v) + " owes nothing under clause " + norm.id() + " yet: ";
        if (v.due().isPresent() || !v.records().isEmpty()) {
            return start + duty.notBefore().map(b -> "its time has not begun").orElse("its clock has not started");
        }
        if (norm.trigger().isPresent()) {
            return start + "it begins only " + sentences.trigger(norm.trigger().get()) + ", and that has not happened";
        }
        if (duty.due().isPresent()
                && duty.due().get() instanceof Bound.Within(var span, var counted, Anchor.OfEvent(var pattern))) {
            return start + "its clock runs from " + sentences.occurrence(pattern, Map.of())
                    + ", which has not happened";
        }
        return start + (norm.whileTrue().isAlways() ? "its time has not begun" : "it is not in force yet");
    }

    /** Prohibitions and duties to keep: both hold all the time, and a breach has a beginning and an end. */
    private String throughout(Norm norm, Verdict v, String kept, String act, String ending) {
        String end = v.until().map(u -> ended(v, u, ending)).orElse("");
        return switch (v.status()) {
            case BREACHED ->
                nobody(v)
                        ? "Clause " + norm.id() + " was breached" + since(v, " on ")
                                + ", and nobody is named as the one who did it" + end
                        : who(v) + " breached clause " + norm.id() + since(v, " on ") + end;
            case FULFILLED -> who(v) + " has kept clause " + norm.id() + " so far: " + kept;
            case NOT_YET_DUE -> "Clause " + norm.id() + " does not bind " + lower(v) + " yet: it has not been in force";
            case UNDETERMINED ->
                v.since().isPresent()
                        ? "The records do not decide whether " + (nobody(v) ? "somebody" : lower(v))
                                + " breached clause " + norm.id() + since(v, " on ") + ": there may be " + act
                        : "The records do not decide whether " + lower(v) + " kept clause " + norm.id();
            default -> other(norm, v);
        };
    }

    /** When a breach ended, by what, and how long it had lasted. */
    private String ended(Verdict v, Time over, String ending) {
        long until = over.hi();
        boolean atOnce = v.since().map(since -> since.hi() >= until).orElse(true);
        if (atOnce) {
            return "; that breach ended " + (ending.startsWith("with") ? ending : "at once: " + ending);
        }
        String lasted = v.since()
                .filter(since -> since.precise() && over.precise())
                .map(since -> "; it had lasted " + dates.distance(since, until))
                .orElse("");
        String on = over.precise() ? dates.moment(until) : dates.time(over);
        return "; that breach ended on " + on + ", when " + ending + lasted;
    }

    private String recur(Norm norm, Duty.Recur duty, Verdict v) {
        String window =
                v.key().get("window") instanceof Value.Number(var n) ? "of turn " + n.toPlainString() + " " : "";
        String due = v.due().map(d -> " by " + dates.due(d)).orElse("");
        String act = sentences.act(duty.act(), known(norm, v));
        return switch (v.status()) {
            case PENDING ->
                who(v) + " still owes the act that clause " + norm.id() + " asks for, " + act + ","
                        + v.due().map(this::left).orElse("");
            case FULFILLED -> who(v) + " did what clause " + norm.id() + " asks in this turn" + orDue(due);
            case BREACHED ->
                who(v) + " has breached clause " + norm.id() + ": the act that it asks for, " + act + ", " + window
                        + "was due" + due + " and is not on record in time";
            case NOT_YET_DUE -> "Clause " + norm.id() + " does not bind " + lower(v) + " yet: it has not been in force";
            default -> other(norm, v);
        };
    }

    /** What is said alike of every kind of duty. */
    private String other(Norm norm, Verdict v) {
        String clause = "clause " + norm.id();
        return switch (v.status()) {
            case BLOCKED ->
                "Clause " + norm.id() + " asks nothing of " + lower(v) + ": its condition, "
                        + sentences.condition(norm.guard()) + ", is not met";
            case LAPSED ->
                "Clause " + norm.id() + " no longer binds " + lower(v) + ": it ceased to be in force"
                        + (norm.whileTrue().isAlways() ? "" : " (" + sentences.condition(norm.whileTrue()) + ")");
            case EXCUSED -> who(v) + " was excused from " + clause;
            case DISPUTED ->
                "Whether " + lower(v) + " breached " + clause + since(v, " on ")
                        + " is disputed before the body that confirms it";
            case REFUTED ->
                "What looked like a breach of " + clause + " by " + lower(v) + since(v, " on ")
                        + " was found to be none";
            case UNDETERMINED -> "The records do not decide whether " + lower(v) + " did what " + clause + " asks";
            default -> clause + " is " + v.status().words() + " for " + lower(v);
        };
    }

    private String left(Time due) {
        long left = due.hi() - now;
        String by = " by " + dates.due(due);
        return left >= 0 ? by + ", which leaves " + dates.distance(due, now) : by;
    }

    private static String unnamed(Verdict v) {
        return nobody(v) ? "; the text names nobody who had to do it" : "";
    }

    private String since(Verdict v, String before) {
        Optional<Time> since = v.since();
        return since.isEmpty()
                ? ""
                : before + (v.status() == Status.BREACHED ? dates.since(since.get()) : dates.time(since.get()));
    }

    /** The values of the variables: of the instance's key, and the bearer's own. */
    private Map<String, String> known(Norm norm, Verdict v) {
        Map<String, String> known = new HashMap<>();
        v.key()
                .forEach((variable, value) ->
                        known.put(variable, sentences.names().inText(wording.value(value))));
        if (!nobody(v) && !v.bearer().startsWith("each ") && !v.bearer().equals(Verdict.ANYONE)) {
            known.put(BEARER, sentences.names().inText(v.bearer()));
            switch (norm.bearer()) {
                case Bearer.EachOf(String variable, var set, var actors) ->
                    known.put(variable, sentences.names().inText(v.bearer()));
                case Bearer.Bound(String variable) ->
                    known.put(variable, sentences.names().inText(v.bearer()));
                case Bearer.Anyone(String variable) ->
                    known.put(variable, sentences.names().inText(v.bearer()));
                case Bearer.Named ignored -> {}
                case Bearer.NobodyNamed ignored -> {}
            }
        }
        return known;
    }

    private static boolean nobody(Verdict v) {
        return v.bearer().equals(Verdict.NOBODY_NAMED);
    }

    private static String who(Verdict v) {
        String said = lower(v);
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private static String lower(Verdict v) {
        if (nobody(v)) {
            return "somebody whom the text does not name";
        }
        if (v.bearer().startsWith("each ")) {
            return "whoever it falls to";
        }
        return v.bearer();
    }
}
