package holdfast.report.redline;

import holdfast.engine.Record;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.redline.ClauseChange;
import holdfast.examine.redline.Effect;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.GuaranteeChanges;
import holdfast.examine.redline.Limits;
import holdfast.examine.redline.Meaning;
import holdfast.examine.redline.Redline;
import holdfast.examine.redline.Witness;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Reading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sentences about a change between two drafts; the report and its JSON say the same. */
final class RedlineWords {
    private final Wording wording;

    RedlineWords(ZoneId zone) {
        this.wording = new Wording(zone);
    }

    static String title(Agreement agreement, String name) {
        return agreement.title() + (agreement.version().isEmpty() ? "" : ", " + agreement.version()) + " (" + name
                + ")";
    }

    /** How many clauses were changed, and how. */
    static String summary(Redline redline) {
        if (redline.isEmpty()) {
            return "Nothing was changed that Holdfast looks at: the clauses, all that they use, and the text of their articles"
                    + " are the same.";
        }
        List<String> said = new ArrayList<>();
        say(said, "added", count(redline, c -> c.formal() == ClauseChange.Formal.ADDED));
        say(said, "removed", count(redline, c -> c.formal() == ClauseChange.Formal.REMOVED));
        say(said, "strengthened", count(redline, c -> only(c, Effect.STRENGTHENED)));
        say(said, "weakened", count(redline, c -> only(c, Effect.WEAKENED)));
        say(
                said,
                "changed otherwise",
                count(
                        redline,
                        c -> c.meaning() instanceof Meaning.Differs
                                && !only(c, Effect.STRENGTHENED)
                                && !only(c, Effect.WEAKENED)));
        say(
                said,
                "changed without effect on the meaning, as far as was looked",
                count(redline, c -> c.meaning() instanceof Meaning.NotFound));
        say(said, "permissions changed", count(redline, c -> c.meaning() instanceof Meaning.OnlyPermits));
        say(
                said,
                "changed with the same meaning",
                count(redline, c -> c.meaning() instanceof Meaning.Same && !c.unchanged()));
        say(said, "unchanged", count(redline, ClauseChange::unchanged));
        return "Clauses: " + String.join(", ", said) + ".";
    }

    private static long count(Redline redline, Predicate<ClauseChange> which) {
        return redline.clauses().stream().filter(which).count();
    }

    private static void say(List<String> said, String what, long n) {
        if (n > 0) {
            said.add(n + " " + what);
        }
    }

    private static boolean only(ClauseChange c, Effect effect) {
        return c.meaning() instanceof Meaning.Differs d
                && !d.effects().isEmpty()
                && d.effects().values().stream().allMatch(effect::equals);
    }

    /** The article in which a clause stands, or stood. */
    static Article article(Redline redline, ClauseChange c) {
        boolean removed = c.after().isEmpty();
        Agreement agreement = removed ? redline.before() : redline.after();
        return agreement.article((removed ? c.before() : c.after()).getFirst().origin());
    }

    /** @param other not the first that is told */
    static String witness(Witness w, TwoDrafts drafts, boolean other) {
        String what = other
                ? "And one that shows the other way"
                : w.inBreach()
                        ? "The shortest history found on which the drafts differ in who is in breach"
                        : "The shortest history found on which the verdicts differ (in none that was tried is somebody in breach in"
                                + " one draft only)";
        return what + readings(w, drafts);
    }

    private static String readings(Witness w, TwoDrafts drafts) {
        Reading then = w.earlier().reading();
        Reading later = w.later().reading();
        if (then.equals(later)) {
            return then.equals(Reading.NONE)
                    ? ""
                    : ", " + drafts.earlierTexts().names().reading(then);
        }
        return (then.equals(Reading.NONE)
                        ? ""
                        : ", " + drafts.earlierTexts().names().reading(then) + " in the earlier")
                + (later.equals(Reading.NONE)
                        ? ""
                        : ", " + drafts.laterTexts().names().reading(later) + " in the later");
    }

    /** {@code 1.1 broken by North, and 1 guarantor away: stronger}. */
    static String violation(GuaranteeChange g, TwoDrafts drafts) {
        String course = g.course().equals("once") ? "" : " (" + g.course() + ")";
        return g.prohibition() + " broken by " + g.violator() + course
                + (g.defectors() == 0
                        ? ""
                        : ", and " + g.defectors() + (g.defectors() == 1 ? " guarantor" : " guarantors") + " away")
                + readings(g, drafts) + ": " + kinds(g);
    }

    static String notCompared(GuaranteeChanges changes) {
        return "Not compared, because in one draft no way to break it was found, or what follows was not played to its end: "
                + String.join("; ", changes.notCompared()) + ".";
    }

    static String noChange(GuaranteeChanges changes) {
        return "No change in the guarantee table" + (changes.whole() ? "." : ", as far as it was played.");
    }

    static final String NOT_WHOLE = "The tables were not played to their end; there may be more.";

    static String limits(Limits limits) {
        return "Looked at with at most " + limits.acts() + " acts after what sets the scene, " + limits.instants()
                + " instants and " + limits.histories()
                + " histories for each clause and reading. What was not found within these bounds may still differ.";
    }

    /** What was done to a clause, such as {@code reworded, renumbered from 2.1}. */
    static String change(ClauseChange c) {
        List<String> said = new ArrayList<>();
        switch (c.formal()) {
            case ADDED -> said.add("added");
            case REMOVED -> said.add("removed");
            case REWRITTEN -> said.add("formal clause written differently");
            case SAME -> {}
        }
        if (c.reworded()) {
            said.add(
                    c.formal() == ClauseChange.Formal.SAME
                            ? "reworded, same formal clause"
                            : "text of its article reworded");
        }
        if (c.renumbered()) {
            said.add("renumbered from " + c.before().getFirst().id());
        }
        if (!c.touching().isEmpty()) {
            said.add("what it uses was changed");
        }
        return said.isEmpty() ? "unchanged" : String.join("; ", said);
    }

    static String meaning(ClauseChange c, Limits limits) {
        return switch (c.meaning()) {
            case Meaning.Same ignored ->
                c.touching().isEmpty()
                        ? "The meaning is the same: the formal clause and all that it uses are identical."
                        : "The meaning is the same: the formal clause and all on which its verdicts hang are identical. A"
                                + " finding counts however the body comes to it.";
            case Meaning.OneSided ignored -> "";
            case Meaning.OnlyPermits ignored ->
                "A permission has no verdict of its own; what it changes shows in the clauses that it touches.";
            case Meaning.NotFound n ->
                "No change of meaning found within these bounds (" + bounds(n.looked(), limits) + ").";
            case Meaning.Differs d -> "The meaning differs (" + bounds(d.looked(), limits) + ").";
        };
    }

    private static String bounds(Meaning.Looked looked, Limits limits) {
        String acts = looked.acts() < 0
                ? "not even every scene"
                : looked.acts() == 0 ? "scenes alone" : count(looked.acts(), "act") + " after each scene";
        return acts + ", " + count(limits.instants(), "instant") + " each, " + count(looked.histories(), "history")
                + " tried" + (looked.whole() ? "" : ", not all that there are");
    }

    private static String count(long n, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return n + " " + (n == 1 ? what : many);
    }

    /** For those who bear the clause: one sentence for each direction. */
    static List<String> forBearers(ClauseChange c) {
        return switch (c.meaning()) {
            case Meaning.Differs d -> {
                List<String> said = new ArrayList<>();
                String sure = d.looked().whole() ? "" : ", as far as was looked";
                grouped(d.effects())
                        .forEach((effect, bearers) -> said.add(
                                switch (effect) {
                                    case STRENGTHENED ->
                                        "Strengthened" + sure + ": more is asked of " + Wording.list(bearers)
                                                + ", or sooner.";
                                    case WEAKENED ->
                                        "Weakened" + sure + ": less is asked of " + Wording.list(bearers)
                                                + ", or later.";
                                    case BOTH_WAYS ->
                                        "Changed both ways: of " + Wording.list(bearers)
                                                + " more is asked in some histories, and less in others.";
                                }));
                yield said.isEmpty()
                        ? List.of("Neither strengthened nor weakened" + sure
                                + ": nobody comes to be in breach, or owes anything, sooner" + " or later.")
                        : said;
            }
            default -> List.of();
        };
    }

    /** For those in whose favour it is: one sentence for each direction. */
    static List<String> forBeneficiaries(ClauseChange c) {
        return switch (c.meaning()) {
            case Meaning.Differs d -> {
                List<String> said = new ArrayList<>();
                grouped(d.effects()).forEach((effect, bearers) -> {
                    List<String> others = c.beneficiaries().stream()
                            .filter(b -> !bearers.contains(b))
                            .toList();
                    boolean mutual = others.isEmpty() && bearers.size() > 1;
                    if (mutual || !others.isEmpty()) {
                        String promise = mutual
                                ? "Between " + Wording.list(bearers) + " it promises"
                                : "For " + Wording.list(others) + " it promises";
                        String from = mutual ? "" : " from " + Wording.list(bearers);
                        said.add(
                                switch (effect) {
                                    case STRENGTHENED -> promise + " more" + from + ".";
                                    case WEAKENED -> promise + " less" + from + ".";
                                    case BOTH_WAYS ->
                                        promise + " more" + from + " in some histories, and less in others.";
                                });
                    }
                });
                yield said;
            }
            default -> List.of();
        };
    }

    private static Map<Effect, List<String>> grouped(Map<String, Effect> effects) {
        Map<Effect, List<String>> grouped = new TreeMap<>();
        effects.forEach((bearer, effect) ->
                grouped.computeIfAbsent(effect, e -> new ArrayList<>()).add(bearer));
        return grouped;
    }

    /** {@code attack(by Russia, on Ukraine)}, {@code Commission confirms r2}. */
    String record(Record record) {
        return switch (record) {
            case Record.Observation o -> {
                String values = new TreeMap<>(o.values())
                        .entrySet().stream()
                                .map(e -> e.getKey() + " " + wording.value(e.getValue()))
                                .collect(Collectors.joining(", "));
                yield o.event() + (values.isEmpty() ? "" : "(" + values + ")");
            }
            case Record.Finding f ->
                f.source() + " finds "
                        + f.clause()
                                .map(c -> "the breach of " + c)
                                .or(f::term)
                                .or(f::about)
                                .orElse("") + " " + f.result();
            case Record.Attribution a -> a.source() + " attributes " + a.about() + " to " + a.to();
            case Record.Withdrawal w -> w.withdraws() + " is withdrawn";
        };
    }

    static String kinds(GuaranteeChange g) {
        return g.kinds().stream()
                .sorted()
                .map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Under which readings of the drafts; empty: under all. */
    static String readings(GuaranteeChange g, TwoDrafts drafts) {
        if (g.earlierReading().equals(g.laterReading())) {
            return g.earlierReading().equals(Reading.NONE)
                    ? ""
                    : ", " + drafts.earlierTexts().names().reading(g.earlierReading());
        }
        List<String> said = new ArrayList<>();
        if (!g.earlierReading().equals(Reading.NONE)) {
            said.add("of the earlier draft " + drafts.earlierTexts().names().reading(g.earlierReading()));
        }
        if (!g.laterReading().equals(Reading.NONE)) {
            said.add("of the later draft " + drafts.laterTexts().names().reading(g.laterReading()));
        }
        return ", " + String.join(" and ", said);
    }

    /** A last day ends a millisecond before the next begins: that is no minute less. */
    private static final long HALF_A_SECOND = 500;

    /** The clauses that a changed declaration touches: {@code touches 4.3 and 7.1}. */
    static Optional<String> touched(Redline redline, DeclarationChange change) {
        List<String> clauses = redline.clauses().stream()
                .filter(c -> c.touching().contains(change))
                .map(ClauseChange::id)
                .distinct()
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of("touches " + Wording.list(clauses));
    }

    /** Whether a clause is as it was, in its words and in what it means, and only uses what is told elsewhere. */
    static boolean isOnlyTouched(Redline redline, ClauseChange c) {
        return c.formal() == ClauseChange.Formal.SAME
                && !c.reworded()
                && !c.renumbered()
                && c.meaning() instanceof Meaning.Same
                && redline.declarations().containsAll(c.touching());
    }

    /** What must follow: {@code assistance within 24 hours, decided by Commission}. */
    static String guarantee(Optional<Guarantee> row) {
        return row.flatMap(Guarantee::measure)
                .map(m -> m
                        + row.get()
                                .within()
                                .map(w -> w == 0 ? " at once" : " within " + DateWords.length(w + HALF_A_SECOND))
                                .orElse(", with no deadline")
                        + (row.get().decidedBy().isEmpty()
                                ? ""
                                : ", decided by " + Wording.list(row.get().decidedBy()))
                        + (row.get().defectors().isEmpty()
                                ? ""
                                : ", if " + Wording.list(row.get().defectors()) + " break"
                                        + (row.get().defectors().size() == 1 ? "s" : "") + " its word"))
                .orElse("nothing must follow");
    }
}
