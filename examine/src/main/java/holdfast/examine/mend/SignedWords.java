package holdfast.examine.mend;

import holdfast.examine.text.Numbering;
import holdfast.language.manuscript.Change;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a draft in which clauses were changed. People sign words: a clause more gets a paragraph above its block, which says it. What a drafter has written is left as it is, and told.
 *
 * @param draft with the paragraphs
 * @param added the clauses that got one, by their numbers
 * @param toRead clauses of which the words now say something else than the clause, or have none any more
 * @param bodies by a body that is another now: the headings of the articles whose words name it
 */
public record SignedWords(Manuscript draft, List<String> added, List<String> toRead, Map<String, List<String>> bodies) {
    public SignedWords {
        added = List.copyOf(added);
        toRead = List.copyOf(toRead);
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
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
                String number = Numbering.of(agreement.article(norm.origin())).numbered(norm.id());
                paragraphs.add(new Change.Words(norm.origin(), number + " " + words));
                added.add(norm.id());
            }
        }
        List<String> toRead = before.entrySet().stream()
                .filter(e -> !e.getValue().equals(after.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<String>> bodies = bodies(text, agreement);
        return draft.with(paragraphs)
                .map(worded -> new SignedWords(worded, added, toRead, bodies))
                .orElseGet(() -> new SignedWords(draft, List.of(), toRead, bodies));
    }

    /** Articles whose words name a body that is another now, by the body. */
    private static Map<String, List<String>> bodies(Agreement text, Agreement agreement) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        Sentences before = Sentences.of(text, "en");
        Sentences after = Sentences.of(agreement, "en");
        Set<String> kept = new HashSet<>();
        agreement.bodies().forEach(b -> kept.add(after.body(b)));
        for (Body body : text.bodies()) {
            if (!kept.contains(before.body(body))) {
                List<String> articles = text.articles().stream()
                        .filter(a -> names(a.text(), body))
                        .map(Article::heading)
                        .distinct()
                        .toList();
                named.putIfAbsent(body.name(), articles);
            }
        }
        named.values().removeIf(List::isEmpty);
        return named;
    }

    private static boolean names(String words, Body body) {
        String spaced = body.name().replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Stream.of(body.name(), spaced, body.title())
                .filter(n -> !n.isEmpty())
                .anyMatch(words::contains);
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
