package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.GuaranteeChanges;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.sentence.Readable;
import holdfast.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a mend: the sentences that a text would have instead, and what is then guaranteed. */
public final class MendWords {
    private MendWords() {}

    /** What the draft says that the text does not, as one would read it aloud; clauses with their numbers. */
    public static List<String> sentences(Agreement before, Agreement after) {
        Set<String> old = new LinkedHashSet<>(said(before));
        return said(after).stream().filter(s -> !old.contains(s)).toList();
    }

    /** What the text says that the draft no longer does. */
    static List<String> leftOut(Agreement before, Agreement after) {
        return sentences(after, before);
    }

    private static List<String> said(Agreement agreement) {
        Sentences sentences = Sentences.of(agreement, "en");
        List<String> said = new ArrayList<>();
        for (Norm norm : agreement.norms()) {
            said.add(norm.id() + " " + sentences.clause(norm));
        }
        for (Body body : agreement.bodies()) {
            said.add(sentences.body(body));
        }
        for (State state : agreement.states()) {
            said.add(sentences.state(state));
        }
        for (Rule rule : agreement.rules()) {
            said.add(sentences.rule(rule));
        }
        return said;
    }

    /** The statements of the draft that are new or changed, as the language writes them. */
    static List<String> statements(Mend mend) {
        return mend.passages().stream()
                .flatMap(p -> p.after().isEmpty() ? Stream.of("(gone: " + p.before() + ")") : p.after().stream())
                .toList();
    }

    /** What else becomes of the findings: {@code F11 is gone, too}. */
    static Optional<String> alsoEnded(Mend mend) {
        List<String> codes = codes(mend.alsoEnded());
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.list(codes) + (codes.size() == 1 ? " is" : " are") + " gone, too");
    }

    static Optional<String> alsoBegun(Mend mend) {
        List<String> codes = codes(mend.alsoBegun());
        return codes.isEmpty() ? Optional.empty() : Optional.of("it brings the lesser " + Wording.list(codes));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(f -> f.code().name()).distinct().toList();
    }

    /** What must follow, before and after; what changes for several violators alike is said once. */
    public static List<String> table(Mend mend, Readable names) {
        return changes(mend.table(), MendWords::isBetter, "before", "with it", names);
    }

    /** What becomes of the table without somebody: {@code if Russia breaks 2.1: assistance within 24 hours with it, nothing without}. */
    static List<String> without(GuaranteeChanges table, String with, Readable names) {
        return changes(table, c -> !guarantee(c.before()).equals(guarantee(c.after())), with, "without", names);
    }

    /** What several violators, clauses and readings have in common. */
    private record Shift(String course, String before, String after) {}

    private static List<String> changes(
            GuaranteeChanges table, Predicate<GuaranteeChange> wanted, String then, String later, Readable names) {
        Map<Shift, Map<Reading, Map<String, Set<String>>>> shifts = new LinkedHashMap<>();
        for (GuaranteeChange change : table.changes()) {
            if (change.defectors() == 0 && wanted.test(change) && !isSaidAlready(table, change)) {
                Shift shift = new Shift(change.course(), guarantee(change.before()), guarantee(change.after()));
                shifts.computeIfAbsent(shift, s -> new LinkedHashMap<>())
                        .computeIfAbsent(change.laterReading(), r -> new LinkedHashMap<>())
                        .computeIfAbsent(change.prohibition(), p -> new LinkedHashSet<>())
                        .add(change.violator());
            }
        }
        List<String> said = new ArrayList<>();
        shifts.forEach((shift, byReading) -> {
            Map<String, List<Reading>> broken = new LinkedHashMap<>();
            byReading.forEach((reading, byClause) -> together(byClause)
                    .forEach(b ->
                            broken.computeIfAbsent(b, k -> new ArrayList<>()).add(reading)));
            broken.forEach((breach, readings) -> said.add("if " + breach
                    + (shift.course().equals("once") ? "" : " (" + shift.course() + ")") + ": " + shift.before() + " "
                    + then + ", " + shift.after() + " " + later + under(readings, names)));
        });
        return said;
    }

    /** {@code North or South breaks 1.1 or 1.2}: clauses with the same violators are one. */
    private static List<String> together(Map<String, Set<String>> byClause) {
        Map<Set<String>, List<String>> clauses = new LinkedHashMap<>();
        byClause.forEach((clause, violators) ->
                clauses.computeIfAbsent(violators, v -> new ArrayList<>()).add(clause));
        List<String> said = new ArrayList<>();
        clauses.forEach((violators, of) ->
                said.add(Readable.list(List.copyOf(violators), "or") + " breaks " + Readable.list(of, "or")));
        return said;
    }

    private static String under(List<Reading> readings, Readable names) {
        return readings.contains(Reading.NONE)
                ? ""
                : ", "
                        + String.join(
                                ", or ", readings.stream().map(names::reading).toList());
    }

    /** That it is so too when nobody says who did it. */
    private static boolean isSaidAlready(GuaranteeChanges table, GuaranteeChange change) {
        return !change.course().equals("once")
                && table.changes().stream()
                        .anyMatch(o -> o.course().equals("once")
                                && o.prohibition().equals(change.prohibition())
                                && o.violator().equals(change.violator())
                                && o.laterReading().isPartOf(change.laterReading())
                                && guarantee(o.before()).equals(guarantee(change.before()))
                                && guarantee(o.after()).equals(guarantee(change.after())));
    }

    private static boolean isBetter(GuaranteeChange change) {
        return Stream.of(GuaranteeChange.Kind.GAINED, GuaranteeChange.Kind.STRONGER, GuaranteeChange.Kind.SOONER)
                .anyMatch(change.kinds()::contains);
    }

    private static String guarantee(Optional<Guarantee> row) {
        return row.flatMap(Guarantee::measure)
                .map(m -> m + (row.get().within().isPresent() ? " within " : ", ") + GuaranteeWords.within(row.get()))
                .orElse("nothing");
    }

    /** What only the drafters can say. */
    static String toSettle(Mend mend) {
        return mend.proposal().toSettle().stream().collect(Collectors.joining("; "));
    }
}
