package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Mended;
import holdfast.examine.mend.SignedWords;
import holdfast.language.sentence.Readable;
import holdfast.report.page.Page;
import java.util.List;
import java.util.Optional;

/** What was done to a draft, step by step. */
public final class MendedText {
    private MendedText() {}

    public static String of(Mended mended, SignedWords words) {
        Page page = new Page();
        for (Mend mend : mended.mends()) {
            Finding finding = mend.finding();
            page.line(finding.code() + " " + finding.code().title()
                    + (mend.effect() == Mend.Effect.ENDS ? " is gone" : " no longer fires"));
            for (String statement : MendWords.statements(mend)) {
                page.asIs("    " + statement);
            }
            if (!mend.proposal().toSettle().isEmpty()) {
                page.wrapped("  for you to settle: ", MendWords.toSettle(mend) + ".");
            }
        }
        List<String> left = mended.examination().findings().stream()
                .filter(f -> f.weight() == Finding.Weight.FIRES && f.accepted().isEmpty())
                .map(f -> f.code() + " " + f.code().title())
                .distinct()
                .toList();
        Readable names = new Readable(mended.examination().agreement(), "en");
        Optional<String> without =
                WithoutAnswer.words(mended.examination(), names).map(names::inText);
        if (!left.isEmpty()) {
            page.wrapped("", "Still fires: " + String.join("; ", left) + ".");
        } else if (without.isEmpty()) {
            page.wrapped("", "Nothing fires any more.");
        }
        without.ifPresent(said -> page.wrapped("", said));
        if (!words.added().isEmpty()) {
            page.wrapped(
                    "",
                    "Words were put above the block for " + Wording.list(words.added())
                            + ": one sentence each, to be put into your own.");
        }
        if (!words.toRead().isEmpty()) {
            page.wrapped(
                    "",
                    "The words of " + Wording.list(words.toRead())
                            + " are as they were, and the clause is not: read them again.");
        }
        words.bodies()
                .forEach((body, articles) -> page.wrapped(
                        "",
                        body + " is another body now, and these name it in their words: read them again: "
                                + Wording.list(articles) + "."));
        return page.toString();
    }
}
