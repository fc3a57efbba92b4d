package holdfast.drafting.draft;

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
    private static final int MOST = 8;
    private static final int LONGEST_TITLE = 160;

    /** By which number the language calls an article: the first one in its heading. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)*[a-z]?(?![A-Za-z0-9])");

    private static final Pattern CLAUSE = Pattern.compile("\\bN  ");

    private final Set<String> taken = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private int articles;

    /** What is to be said of the numbers. */
    List<String> remarks() {
        return remarks;
    }

    /** The first block: what the text is called, and what else every text declares. */
    List<String> opening(String title) {
        String plain = title.replaceAll("[\"“”„«»‟\\\\\\p{Cntrl}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        String shown = plain.length() <= LONGEST_TITLE
                ? plain
                : plain.substring(0, LONGEST_TITLE).strip() + "…";
        return List.of(
                "```holdfast",
                "agreement \"" + (shown.isEmpty() ? "Draft" : shown) + "\" as \"draft\"",
                "-- Every text declares these. Put your own names in, and take the two hyphens away:",
                "-- time zone Europe/Kyiv",
                "-- days count excluding the first day",
                "-- party North, South",
                "-- guarantor Guardian",
                "-- body Commission \"Joint Commission\" of North, South, decides by consensus",
                "-- event entry_into_force, attack(by: party, on: party)",
                "```");
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
        List<LikelyPattern.Seen> seen = LikelyPattern.in(prose);
        if (seen.isEmpty()) {
            lines.add("-- Nothing here reads like a clause: leave this block out, or write " + stem + ".1 into it.");
        } else {
            lines.add(
                    "-- Clauses of what stands above: " + stem + ".1, " + stem + ".2, … By its words it is probably:");
            int[] number = {0};
            for (LikelyPattern.Seen one : seen.subList(0, Math.min(MOST, seen.size()))) {
                LikelyPattern p = one.pattern();
                wrapped(
                        lines,
                        "--   ",
                        "\"" + one.phrase().replaceAll("\\s+", " ") + "\": " + p.title()
                                + (p.numbers().equals("-") ? "" : " (" + p.numbers() + ")"));
                wrapped(lines, "--       ", form(p.form(), stem, number));
            }
            if (seen.size() > MOST) {
                lines.add("--   and " + (seen.size() - MOST) + " more kinds of clauses; see docs/clause-patterns.md");
            }
        }
        lines.add("```");
        return lines;
    }

    /** N is the number of the next clause, or, behind {@code breaches of}, that of the article. */
    private static String form(String form, String stem, int[] number) {
        return CLAUSE.matcher(form)
                .replaceAll(n -> Matcher.quoteReplacement(stem + "." + ++number[0] + "  "))
                .replaceAll("breaches of N\\b", Matcher.quoteReplacement("breaches of " + stem));
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
