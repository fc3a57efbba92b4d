package holdfast.drafting.draft;

import holdfast.language.model.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formal blocks of a draft, with nothing in them but comments: what the article above probably needs. No clause is written: what a text means, whoever drafts it
 * decides.
 */
final class FormalBlocks {
    private static final int WIDTH = 110;
    private static final int MOST = 4;
    private static final int LONGEST_TITLE = 160;

    /** By which number the language calls an article: the first one in its heading. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)*[a-z]?(?![A-Za-z0-9])");

    private static final Pattern CLAUSE = Pattern.compile("\\bN  ");

    private final Set<String> taken = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    /** Kinds of which the draft has spoken, and needs to speak once. */
    private final Set<String> told = new HashSet<>();

    private int articles;

    /** What is to be said of the numbers. */
    List<String> remarks() {
        return remarks;
    }

    /** The first block: what the text is called, and what else every text declares. */
    List<String> opening(String title, String text) {
        String plain = title.replaceAll("[\"“”„«»‟\\\\\\p{Cntrl}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        String shown = plain.length() <= LONGEST_TITLE
                ? plain
                : plain.substring(0, LONGEST_TITLE).strip() + "…";
        NamedInText named = NamedInText.of(text);
        List<String> lines = new ArrayList<>();
        lines.add("```holdfast");
        lines.add("agreement \"" + (shown.isEmpty() ? "Draft" : shown) + "\" as \"draft\"");
        if (!named.declared().isEmpty()) {
            lines.add(
                    "-- Whom the text names; look whether these are all, and whether each is what it is called here:");
            lines.addAll(named.declared());
        }
        lines.add("-- Every text declares these. Put your own names in, and take the two hyphens away:");
        lines.add("-- time zone Europe/Kyiv");
        lines.add("-- days count excluding the first day");
        if (named.parties().isEmpty()) {
            lines.add("-- party North, South");
        }
        if (named.guarantors().isEmpty()) {
            lines.add("-- guarantor Guardian");
        }
        if (named.bodies().isEmpty()) {
            String members = named.parties().isEmpty()
                    ? "North, South"
                    : String.join(", ", named.parties().keySet());
            lines.add("-- body Commission \"Joint Commission\" of " + members + ", decides by consensus");
        }
        lines.add("-- event entry_into_force, attack(by: party, on: party)");
        lines.add("```");
        return lines;
    }

    /**
     * The block under an article.
     *
     * @param head its heading, or its first words
     * @param heading whether the head is a heading, by whose number the language calls the article
     */
    List<String> under(String head, String prose, boolean heading) {
        articles++;
        String stem = stem(head, heading);
        List<String> lines = new ArrayList<>();
        lines.add("```holdfast");
        List<Words> paragraphs = paragraphs(stem, prose);
        if (paragraphs.stream().allMatch(p -> LikelyPattern.in(p.text()).isEmpty())) {
            lines.add("-- Nothing here reads like a clause: leave this block out, or write " + stem + ".1 into it.");
        } else {
            lines.add(
                    "-- Clauses of what stands above, each by the number of its paragraph. By its words it is probably:");
            paragraphs.stream()
                    .filter(p -> !LikelyPattern.in(p.text()).isEmpty())
                    .forEach(p -> hints(lines, p));
        }
        lines.add("```");
        return lines;
    }

    /**
     * A paragraph, or several without numbers.
     *
     * @param number under which its clause stands
     */
    private record Words(String number, String text, String stem) {}

    private static List<Words> paragraphs(String stem, String prose) {
        Article article = new Article(stem, "", prose.replace("\n", "\n\n"), 1, "");
        List<Words> words = new ArrayList<>();
        article.paragraphs().forEach(p -> words.add(new Words(p.number(), p.text(), stem)));
        return words.isEmpty() ? List.of(new Words(stem + ".1", prose, stem)) : words;
    }

    /** What the paragraph probably is; a duty with a deadline is one clause and not two. */
    private void hints(List<String> lines, Words paragraph) {
        List<LikelyPattern.Seen> seen = new ArrayList<>(LikelyPattern.in(paragraph.text()));
        boolean otherwise = seen.stream()
                .anyMatch(s -> s.pattern().isClause() && !s.pattern().isPlainDuty());
        seen.removeIf(s -> s.pattern().isPlainDuty() && otherwise);
        seen.removeIf(s -> s.pattern().isOfTheWhole() && !told.add(s.pattern().title()));
        for (LikelyPattern.Seen one : seen.subList(0, Math.min(MOST, seen.size()))) {
            LikelyPattern p = one.pattern();
            wrapped(
                    lines,
                    "--   ",
                    "\"" + one.phrase().replaceAll("\\s+", " ") + "\": " + p.title()
                            + (p.numbers().equals("-") ? "" : " (" + p.numbers() + ")"));
            wrapped(lines, "--       ", form(p.form(), paragraph));
        }
        if (seen.size() > MOST) {
            lines.add("--   and " + (seen.size() - MOST) + " more kinds of clauses in " + paragraph.number()
                    + "; see docs/clause-patterns.md");
        }
    }

    /** N is the number of the paragraph, with a letter for a second clause of it, or, behind {@code breaches of}, that of the article. */
    private static String form(String form, Words paragraph) {
        int[] parts = {0};
        return CLAUSE.matcher(form)
                .replaceAll(n -> Matcher.quoteReplacement(part(paragraph.number(), parts[0]++) + "  "))
                .replaceAll("breaches of N\\b", Matcher.quoteReplacement("breaches of " + paragraph.stem()));
    }

    private static String part(String number, int before) {
        boolean lettered = Character.isLetter(number.charAt(number.length() - 1));
        return before == 0 ? number : number + (lettered ? "." + before : String.valueOf((char) ('a' + before - 1)));
    }

    private String stem(String head, boolean heading) {
        Matcher first = NUMBER.matcher(head);
        if (heading && first.find()) {
            String number = first.group();
            if (!taken.add(number)) {
                remarks.add("two articles have the number " + number
                        + ": give the clauses of the second other numbers than those of the first, such as " + number
                        + ".101");
            }
            return number;
        }
        String number = ArticleHeads.number(head);
        if (!number.isEmpty() && taken.add(number)) {
            return number;
        }
        int free = articles;
        while (!taken.add(String.valueOf(free))) {
            free++;
        }
        return String.valueOf(free);
    }

    private static void wrapped(List<String> lines, String lead, String text) {
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(lead).append("  ");
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }
}
