package holdfast.intake.draft;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Parts;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells of words in records that differ from a word of the agreement in capitals, marks, hyphens or blanks alone. To the agreement they are another word, and an act falls under another clause, or
 * under none.
 */
public final class WrittenOtherwise {
    /** As the agreement has them, by what remains without capitals and marks. */
    private final Map<String, String> words = new HashMap<>();

    private final Set<String> exact = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    public WrittenOtherwise(Agreement agreement) {
        Parts.patterns(agreement, this::pattern);
        agreement.norms().forEach(n -> Parts.conditions(n, this::condition));
        agreement
                .definitions()
                .forEach(d -> Parts.where(d.derivation()).ifPresent(w -> Parts.conditions(w, this::condition)));
    }

    private void pattern(Pattern pattern) {
        pattern.arguments().forEach(a -> term(a.term()));
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            term(compare.left());
            term(compare.right());
        }
    }

    private void term(Term term) {
        if (term instanceof Term.Constant(Value.Text(String text))) {
            words.putIfAbsent(folded(text), text);
            exact.add(text);
        }
    }

    /** Each such word once for all files. */
    public void look(RecordDraft draft, long line, Problems problems) {
        if (!words.isEmpty()) {
            draft.forEachText((attribute, text) -> look(attribute, text, line, problems));
        }
    }

    private void look(String attribute, String text, long line, Problems problems) {
        if (exact.contains(text) || told.contains(text)) {
            return;
        }
        String meant = words.get(folded(text));
        if (meant != null) {
            told.add(text);
            problems.warning(
                    RecordCode.WRITTEN_OTHERWISE,
                    line,
                    attribute,
                    UserWords.quoted(text) + " is written " + UserWords.quoted(meant)
                            + " in the agreement, and counts as another word",
                    "",
                    "if it is the same, write it as the agreement does, or let a mapping say so: `"
                            + "codes for " + attribute + "`, and below it " + UserWords.quoted(text) + " is "
                            + UserWords.quoted(meant));
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
