package holdfast.examine.mend;

import holdfast.language.manuscript.Change;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a draft in which clauses were changed. People sign words: a clause more gets a paragraph above its block, which says it. What a drafter has written is left as it is, and told.
 *
 * @param draft with the paragraphs
 * @param added the clauses that got one, by their numbers
 * @param toRead clauses of which the words now say something else than the clause, or have none any more
 */
public record SignedWords(Manuscript draft, List<String> added, List<String> toRead) {
    public SignedWords {
        added = List.copyOf(added);
        toRead = List.copyOf(toRead);
    }

    /**
     * @param text before any change
     * @param agreement what the changed draft says, read from that draft
     */
    public static SignedWords of(Agreement text, Manuscript draft, Agreement agreement) {
        Map<String, List<String>> before = said(text);
        Map<String, List<String>> after = said(agreement);
        List<Change> paragraphs = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Norm norm : agreement.norms()) {
            if (!before.containsKey(norm.id()) && !added.contains(norm.id())) {
                String words = String.join(" ", after.getOrDefault(norm.id(), List.of()));
                paragraphs.add(new Change.Words(norm.origin(), norm.id() + " " + words));
                added.add(norm.id());
            }
        }
        List<String> toRead = before.entrySet().stream()
                .filter(e -> !e.getValue().equals(after.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return draft.with(paragraphs)
                .map(worded -> new SignedWords(worded, added, toRead))
                .orElseGet(() -> new SignedWords(draft, List.of(), toRead));
    }

    private static Map<String, List<String>> said(Agreement agreement) {
        Sentences sentences = Sentences.of(agreement, "en");
        Map<String, List<String>> said = new LinkedHashMap<>();
        agreement
                .norms()
                .forEach(n ->
                        said.computeIfAbsent(n.id(), id -> new ArrayList<>()).add(sentences.clause(n)));
        return said;
    }
}
