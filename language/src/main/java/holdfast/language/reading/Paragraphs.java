package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbered paragraphs of the words that people sign, against the clauses under them. Only where the words of an article carry such numbers (5.1, 5.2) can the one be missed against the other.
 *
 * @param withoutClause paragraphs under whose number no clause stands; a rule or a declaration, which has no number, may say what they say
 * @param withoutWords clauses under whose number there is no paragraph, in articles that have numbered paragraphs
 */
public record Paragraphs(List<String> withoutClause, List<String> withoutWords) {
    private static final Pattern NUMBERED = Pattern.compile("(?m)^[*_(]*(\\d+(?:\\.\\d+)+[a-z]?)[.)*_]*\\s");
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
            List<String> paragraphs = numbers(article.text());
            if (paragraphs.isEmpty()) {
                continue;
            }
            paragraphs.stream()
                    .filter(p -> clauses.stream().noneMatch(c -> isPartOf(c, p) || isPartOf(p, c)))
                    .forEach(withoutClause::add);
            agreement.norms().stream()
                    .filter(n -> agreement.article(n.origin()).equals(article))
                    .map(Norm::id)
                    .filter(c -> OF_CLAUSE.matcher(c).lookingAt())
                    .filter(c -> paragraphs.stream().noneMatch(p -> isPartOf(c, p) || isPartOf(p, c)))
                    .forEach(withoutWords::add);
        }
        return new Paragraphs(withoutClause, List.copyOf(withoutWords));
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher numbered = NUMBERED.matcher(text);
        while (numbered.find()) {
            numbers.add(numbered.group(1));
        }
        return numbers;
    }

    /** 2.1a and 2.1.3 are parts of 2.1; 2.10 is not. */
    private static boolean isPartOf(String part, String whole) {
        return part.startsWith(whole)
                && (part.length() == whole.length() || !Character.isDigit(part.charAt(whole.length())));
    }
}
