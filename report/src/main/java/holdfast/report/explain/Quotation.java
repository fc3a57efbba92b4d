package holdfast.report.explain;

import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of an article that a clause puts into formal words, on one line.
 *
 * @param words short enough to be quoted; empty where the article has none
 */
public record Quotation(Article article, String words) {
    private static final int SHORTEST = 40;

    /** @param room how many letters may be quoted */
    public static Quotation of(Agreement agreement, Norm norm, int room) {
        Article article = agreement.article(norm.origin());
        String words = article.wordsOf(norm.id(), norm.origin().line()).orElse(article.text());
        return new Quotation(article, shortened(words, room));
    }

    /** For several clauses, in the order of the text; what two of them put into formal words once, and an article without words only where nothing else of it is quoted. */
    public static List<Quotation> of(Agreement agreement, List<String> clauses, int room) {
        Set<Quotation> found = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (clauses.contains(norm.id())) {
                found.add(of(agreement, norm, room));
            }
        }
        List<Quotation> quotations = new ArrayList<>(found);
        quotations.removeIf(q -> q.words().isEmpty()
                && found.stream().anyMatch(o -> !o.words().isEmpty() && o.article() == q.article()));
        return quotations;
    }

    /** With the heading before it: {@code Article 2: “…”}. */
    public String withHeading() {
        return article.heading() + (words.isEmpty() ? "" : ": “" + words + "”");
    }

    /** Of much, the paragraphs nearest to the clause, as many as there is room for; of one that is too long, its beginning. */
    private static String shortened(String prose, int room) {
        String nearest = "";
        for (String paragraph : Arrays.asList(prose.strip().split("\\n\\s*\\n")).reversed()) {
            String more = paragraph.strip().replaceAll("\\s+", " ") + (nearest.isEmpty() ? "" : " " + nearest);
            if (more.length() > room) {
                return nearest.isEmpty() ? beginning(more, room) : "… " + nearest;
            }
            nearest = more;
        }
        return nearest;
    }

    private static String beginning(String line, int room) {
        int sentence = line.lastIndexOf(". ", room - 1);
        if (sentence > room / 2) {
            return line.substring(0, sentence + 1) + " …";
        }
        int word = line.lastIndexOf(' ', room);
        return line.substring(0, word >= SHORTEST ? word : room) + " …";
    }
}
