package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.redline.GuaranteeChange;
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
        Map<String, Set<String>> violators = new LinkedHashMap<>();
        Map<String, GuaranteeChange> first = new LinkedHashMap<>();
        for (GuaranteeChange change : mend.table().changes()) {
            if (change.defectors() == 0 && isBetter(change) && !isSaidAlready(mend, change)) {
                String key = change.prohibition()
                        + change.course()
                        + change.laterReading()
                        + guarantee(change.before())
                        + guarantee(change.after());
                first.putIfAbsent(key, change);
                violators.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(change.violator());
            }
        }
        List<String> said = new ArrayList<>();
        first.forEach((key, c) -> said.add("if " + Readable.list(List.copyOf(violators.get(key)), "or") + " breaks "
                + c.prohibition() + (c.course().equals("once") ? "" : " (" + c.course() + ")") + ": "
                + guarantee(c.before()) + " before, " + guarantee(c.after()) + " with it"
                + (c.laterReading().equals(Reading.NONE) ? "" : ", " + names.reading(c.laterReading()))));
        return said;
    }

    /** That it is so too when nobody says who did it. */
    private static boolean isSaidAlready(Mend mend, GuaranteeChange change) {
        return !change.course().equals("once")
                && mend.table().changes().stream()
                        .anyMatch(o -> o.course().equals("once")
                                && o.prohibition().equals(change.prohibition())
                                && o.violator().equals(change.violator())
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
