package holdfast.examine.text;

import holdfast.language.model.Article;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the paragraphs of an article are numbered, as people wrote them: for the number of one more. Which paragraphs there are tells the article itself, and which of them have no
 * clause, {@link holdfast.language.reading.Paragraphs}.
 *
 * @param last the last number; 0 where they have none
 * @param alone whether it stands alone ({@code 4.}), without the number of the article ({@code 7.4})
 */
public record Numbering(int last, boolean alone) {
    private static final Pattern ALONE =
            Pattern.compile("^\\s*\\(?(\\d{1,4})\\\\?[.)](?!\\d)\\s*\\S", Pattern.MULTILINE);

    public static Numbering of(Article article) {
        int alone = last(ALONE, article.text());
        if (alone > 0) {
            return new Numbering(alone, true);
        }
        Pattern whole = Pattern.compile(
                "^\\s*" + Pattern.quote(article.number()) + "\\.(\\d{1,4})(?![\\d.]\\d)", Pattern.MULTILINE);
        return new Numbering(article.number().isEmpty() ? 0 : last(whole, article.text()), false);
    }

    private static int last(Pattern pattern, String text) {
        int last = 0;
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            last = Math.max(last, Integer.parseInt(found.group(1)));
        }
        return last;
    }

    /** The number of a clause in the words of its article: {@code 4.} of 7.4, as the article has it; escaped, so that it is no list. */
    public String numbered(String clause) {
        String own = clause.substring(clause.lastIndexOf('.') + 1);
        return alone && own.chars().allMatch(Character::isDigit) ? own + "\\." : clause;
    }
}
