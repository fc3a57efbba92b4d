package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbered paragraphs of the words that people sign, against the clauses under them. Only where the words of an article carry numbers (5.1, 5.2, or in Article 5: 1., (2)) can the one be missed against the other.
 *
 * @param withoutClause paragraphs under whose number no clause stands; a rule or a declaration, which has no number, may say what they say
 * @param withoutWords clauses under whose number there is no paragraph, in articles that have numbered paragraphs
 */
public record Paragraphs(List<String> withoutClause, List<String> withoutWords) {
    private static final Pattern OF_CLAUSE = Pattern.compile("\\d+(?:\\.\\d+)+");

    public Paragraphs {
        withoutClause = List.copyOf(withoutClause);
        withoutWords = List.copyOf(withoutWords);
    }

    public static Paragraphs of(Agreement agreement) {
        Set<String> clauses = new LinkedHashSet<>();
        agreement.norms().forEach(n -> clauses.add(n.id()));
        List<String> withoutClause = new ArrayList<>();
        Set<String> withoutWords = new LinkedHashSet<>();
        for (Article article : agreement.articles()) {
            List<String> paragraphs =
                    article.paragraphs().stream().map(Article.Paragraph::number).toList();
            if (paragraphs.isEmpty()) {
                continue;
            }
            paragraphs.stream()
                    .filter(p -> clauses.stream().noneMatch(c -> belong(c, p)))
                    .forEach(withoutClause::add);
            agreement.norms().stream()
                    .filter(n -> agreement.article(n.origin()).equals(article))
                    .map(Norm::id)
                    .filter(c -> OF_CLAUSE.matcher(c).lookingAt())
                    .filter(c -> paragraphs.stream().noneMatch(p -> belong(c, p)))
                    .forEach(withoutWords::add);
        }
        return new Paragraphs(withoutClause, List.copyOf(withoutWords));
    }

    /** A clause may say a part of a paragraph, and a paragraph a part of a clause. */
    private static boolean belong(String clause, String paragraph) {
        return ClauseRef.isPartOf(clause, paragraph) || ClauseRef.isPartOf(paragraph, clause);
    }
}
