package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Several ways to say one thing. The first is the usual one of the language; the others are those of treaties, and what people signed stays as
 * they wrote it. Only phrases that mean the same in every text are listed: where a lawyer could argue, {@link Mend} asks instead.
 */
enum Wording {
    MUST(
            "must",
            "shall",
            "will",
            "[is|are] to",
            "[has|have] to",
            "[|shall |must |will ][undertakes|undertake|agrees|agree|pledges|pledge|commits|commit] to",
            "[commits itself|commit themselves] to",
            "[is|are|shall be|will be] [obliged|obligated|required|bound] to",
            "[is|are|shall be] under [an|the] obligation to",
            "[has|have] [an|the] obligation to"),
    MUST_NOT(
            "must not",
            "shall not",
            "will not",
            "may not",
            "must never",
            "shall never",
            "[must|shall|may] [under no circumstances|in no case|at no time|in no event|on no account]",
            "may never",
            "cannot",
            "can not",
            "[is|are] not to",
            "[undertakes|undertake|agrees|agree|pledges|pledge|commits|commit] not to",
            "[is|are|shall be|will be] [prohibited|forbidden|barred|banned] [from|to]",
            "[is|are] not [allowed|permitted|entitled] to",
            "[shall|will] not be [allowed|permitted|entitled] to",
            "[has|have|shall have] no right to",
            "[|must |shall |will |undertakes to |undertake to |is to |are to |agrees to |agree to ]"
                    + "[refrains|refrain|abstains|abstain|desists|desist] from"),
    MAY(
            "may",
            "can",
            "[has|have|shall have|will have] the right to",
            "[is|are|shall be|will be] [entitled|permitted|allowed|free|authorised|authorized|at liberty] to",
            "[reserves|reserve|retains|retain] the right to"),
    ON(
            "on",
            "upon",
            "following",
            "after",
            "in the event of",
            "in case of",
            "in the case of",
            "whenever",
            "once",
            "as soon as",
            "on the day of",
            "on the date of",
            "from the date of",
            "as from the date of",
            "upon the date of"),
    BREACH("breach", "violation"),
    BREACHES(
            "breaches",
            "violates",
            "breach",
            "violate",
            "[has|have] [breached|violated]",
            "[commits|commit|has committed|have committed] [a|any] [breach|violation] of",
            "[is|are] in breach of",
            "[acts|act] in breach of"),
    GOES_ON(
            "continues",
            "goes on",
            "persists",
            "lasts",
            "[has not|is not|was not] [ceased|ended|stopped|remedied|cured]",
            "does not [cease|end|stop]"),
    JUDGED("material", "serious", "grave", "significant", "substantial", "fundamental", "flagrant", "gross", "major"),
    OTHER_PARTY("the other party", "the other side", "another party", "another side", "any other party"),
    HAPPENS("happens", "occurs", "takes place", "has occurred", "has taken place"),
    WHENEVER("if", "whenever", "when", "where", "should", "in case", "as soon as", "once"),
    IF("if", "provided", "provided that", "on condition that"),
    UNLESS(
            "unless",
            "except where",
            "except when",
            "except if",
            "save where",
            "save when",
            "save if",
            "unless and until",
            "except as long as"),
    WHILE("while", "as long as", "so long as", "for as long as", "during"),
    EACH("each", "every", "any"),
    ALL("all", "the", "all the", "all of the", "each of the"),
    BOTH("both", "both the", "both of the", "each of the two"),
    NONE("no", "neither", "none of the", "neither of the"),
    NO_ONE("nobody", "no one", "none"),
    ANYONE("anyone", "anybody", "everyone", "everybody", "any person"),
    PARTY("party", "parties", "side", "sides"),
    GUARANTOR("guarantor", "guarantors"),
    MEMBERS("member of", "members of", "members of the", "member of the", "of"),
    CLAUSE_NOUN(
            "clause",
            "clauses",
            "article",
            "articles",
            "paragraph",
            "paragraphs",
            "point",
            "points",
            "item",
            "section",
            "subparagraph",
            "the clause",
            "the article"),
    THE("the", "an", "a"),
    THEN("then"),
    HEREBY("hereby", "also", "in turn", "each", "both", "all", "severally"),
    NOT_BEFORE(
            "not before", "no earlier than", "not earlier than", "no sooner than", "not sooner than", "not prior to"),
    FROM_DATE("as from", "starting on", "beginning on", "as of", "with effect from"),
    BY(
            "by",
            "no later than",
            "not later than",
            "by no later than",
            "by not later than",
            "on or before",
            "at the latest by",
            "at the latest on"),
    END_OF("end of", "the end of", "close of", "the close of"),
    BEFORE("before", "prior to", "earlier than"),
    AT_THE_LATEST("at the latest", "or before", "or earlier"),
    WITHIN(
            "within",
            "within a period of",
            "within the",
            "not more than",
            "in no more than",
            "no later than",
            "not later than",
            "by no later than",
            "inside"),
    OF(
            "of",
            "after",
            "from",
            "following",
            "upon",
            "counting from",
            "counted from",
            "starting from",
            "as from",
            "of the date of",
            "from the date of",
            "after the date of",
            "from the day of",
            "after the day of",
            "of the day of",
            "from the moment of"),
    AT_ONCE("at once", "on the same day", "the same day"),
    WITHOUT_DEADLINE("with no deadline", "without deadline", "at any time"),
    FROM("from", "as from", "as of", "starting on", "beginning on", "since", "after"),
    UNTIL("until", "till", "to", "through", "up to", "until and including"),
    RENEWED(
            "renewed for",
            "and is renewed for",
            "extended for",
            "and renewed for",
            "prolonged for",
            "automatically renewed for",
            "tacitly renewed for",
            "renewed every"),
    EACH_TIME("each time", "each", "every time", "at a time", "automatically"),
    ANY_OF("any", "a", "one", "either", "each", "one of the", "any of the", "either of the"),
    THE_END(
            "its end",
            "the end",
            "its expiry",
            "the expiry",
            "it ends",
            "it expires",
            "expiry",
            "its expiration",
            "the end of the term",
            "the expiry of the term"),
    WITHOUT("without", "without the", "without an"),
    PRIOR("prior", "previous", "written", "prior written", "express"),
    APPROVAL(
            "approval of",
            "approval by",
            "approval from",
            "consent of",
            "authorisation of",
            "authorization of",
            "permission of",
            "agreement of"),
    AND("and"),
    EVERY("every", "each", "once every", "once each", "once a", "once per", "at least once every", "at least once a"),
    KEEP("keep", "maintain", "uphold", "observe", "respect", "preserve", "ensure"),
    OTHER_DAYS("calendar", "consecutive", "full"),
    TIMES("times"),
    AT_LEAST("at least", "not less than", "no less than", "no fewer than", "not fewer than");

    private final List<List<String>> phrases = new ArrayList<>();

    Wording(String... ways) {
        for (String way : ways) {
            expand(way);
        }
        phrases.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
        usual = ways[0];
    }

    private final String usual;

    /** {@code [is|are] to} is two ways. */
    private void expand(String way) {
        int open = way.indexOf('[');
        if (open < 0) {
            phrases.add(List.of(way.strip().split(" ")));
            return;
        }
        int close = way.indexOf(']');
        for (String choice : way.substring(open + 1, close).split("\\|", -1)) {
            expand(way.substring(0, open) + choice + way.substring(close + 1));
        }
    }

    /** As the language itself says it. */
    String usual() {
        return usual;
    }

    /** How many words of one of the phrases stand here, the longest one counting; zero for none. */
    int lengthAt(Cursor cursor) {
        return lengthAt(cursor, 0);
    }

    int lengthAt(Cursor cursor, int ahead) {
        for (List<String> phrase : phrases) {
            if (stands(cursor, ahead, phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    /** Whether the word is the last of one of them. */
    boolean endsWith(Token token) {
        return token.is(Token.Kind.WORD)
                && phrases.stream()
                        .anyMatch(p -> p.getLast().equals(token.text().toLowerCase(Locale.ROOT)));
    }

    private static boolean stands(Cursor cursor, int ahead, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            String word = phrase.get(i);
            boolean same = cursor.peek(ahead + i)
                    .filter(t -> t.is(Token.Kind.WORD)
                            && t.text().toLowerCase(Locale.ROOT).equals(word))
                    .filter(t -> phrase.size() > 1 || !cursor.vocabulary().declares(t.text()))
                    .isPresent();
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
