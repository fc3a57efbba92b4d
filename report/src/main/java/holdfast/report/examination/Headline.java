package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.subject.Unmeasured;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences with which an examination begins: what is guaranteed at worst, who can end it, the worst way in which it fails, what to write first. */
public final class Headline {
    private Headline() {}

    public static List<String> of(Examined examined) {
        Examination examination = examined.examination();
        List<String> said = new ArrayList<>();
        said.add(guaranteed(examined, examination.guarantees()));
        HowItEnds.words(examined.agreement()).ifPresent(said::add);
        List<Finding> open = open(examination.findings());
        said.add(failing(examined, open));
        writing(examined, open).ifPresent(said::add);
        return said;
    }

    /** Those that are not accepted: what fires first, and of that what would gain most. */
    public static List<Finding> open(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.accepted().isEmpty())
                .sorted(Comparator.comparing(Finding::weight)
                        .thenComparing(f -> f.code().gain()))
                .toList();
    }

    /** @param rows of the table, of which some are with defectors; these are left out, and so is what nobody is said to have done */
    public static String guaranteed(Examined examined, List<Guarantee> rows) {
        Examination examination = examined.examination();
        List<Guarantee> told = rows.stream()
                .filter(g -> g.defectors().isEmpty() && g.course().kind() != Course.Kind.UNATTRIBUTED)
                .toList();
        if (told.isEmpty()) {
            return examination.cutOff().isEmpty() && examination.unbroken().isEmpty()
                    ? "It forbids nothing, and so it guarantees nothing."
                    : "What it guarantees is not known: nothing was played to its end.";
        }
        Comparator<Guarantee> strength = Comparator.comparingInt(Guarantee::rank)
                .thenComparing(g -> -g.within().orElse(Long.MAX_VALUE));
        Guarantee worst = told.stream().min(strength).orElseThrow();
        Guarantee best = told.stream().max(strength).orElseThrow();
        List<Guarantee> alike = told.stream()
                .filter(g -> g.measure().equals(worst.measure()) && g.within().equals(worst.within()))
                .toList();
        String when = "when " + who(alike) + (violators(alike).size() == 1 ? " breaks " : " break ") + clauses(alike)
                + under(alike, examined.texts().names());
        if (worst.measure().isEmpty()) {
            return "In the worst case it guarantees nothing" + unmeasured(examined) + ": " + when
                    + ", nothing must follow"
                    + (best.measure().isEmpty()
                            ? ""
                            : "; at best " + answer(best) + " must follow, when " + best.violator() + " breaks "
                                    + best.prohibition() + course(best))
                    + ".";
        }
        return "In the worst case it guarantees " + answer(worst) + ", " + when + ".";
    }

    /** Where guarantors must do something of which the text does not say that it is a measure, nothing is not all that they must do. */
    private static String unmeasured(Examined examined) {
        List<Norm> clauses = Unmeasured.clauses(examined.agreement());
        return clauses.isEmpty()
                ? ""
                : " that the text calls a measure (of “"
                        + Readable.list(
                                Unmeasured.acts(clauses).stream()
                                        .map(examined.texts().names()::name)
                                        .toList(),
                                "or")
                        + "” it does not say that it is one)";
    }

    /** The measure, its time and who decides on it: "assistance with no deadline by France". */
    public static String answer(Guarantee g) {
        return GuaranteeWords.measure(g).replace('_', ' ')
                + (g.within().isPresent() ? " within " : " with ")
                + GuaranteeWords.within(g) + " by " + GuaranteeWords.list(g.decidedBy())
                + GuaranteeWords.setOff(g).map(s -> " (" + s + ")").orElse("");
    }

    private static List<String> violators(List<Guarantee> rows) {
        return rows.stream().map(Guarantee::violator).distinct().toList();
    }

    private static String who(List<Guarantee> rows) {
        return GuaranteeWords.list(violators(rows));
    }

    private static String clauses(List<Guarantee> rows) {
        return ExaminationText.clauses(
                rows.stream().map(Guarantee::prohibition).distinct().toList());
    }

    private static String course(Guarantee g) {
        return g.course().kind() == Course.Kind.ONCE
                ? ""
                : " and it " + g.course().words();
    }

    /** Where all of them are so under some answers only. */
    private static String under(List<Guarantee> rows, Readable names) {
        boolean always = rows.stream().anyMatch(g -> g.reading().equals(Reading.NONE));
        return always ? "" : ", " + names.reading(rows.getFirst().reading());
    }

    private static String failing(Examined examined, List<Finding> open) {
        boolean fires = open.stream().anyMatch(f -> f.weight() == Finding.Weight.FIRES);
        Optional<String> without = fires ? Optional.empty() : WithoutAnswer.words(examined.examination());
        if (without.isPresent()) {
            return without.get()
                    + open.stream()
                            .findFirst()
                            .map(f -> " Nearest to failing (" + f.code() + "): " + ExaminationText.sentence(f))
                            .orElse("");
        }
        if (open.isEmpty()) {
            return "No way in which it fails was found within the bounds, which does not mean that it is safe.";
        }
        Finding first = open.getFirst();
        String said = ExaminationText.sentence(first);
        return first.weight() == Finding.Weight.FIRES
                ? "The worst way in which it fails (" + first.code() + "): " + said
                : "Nothing fires within the bounds; nearest to failing (" + first.code() + "): " + said;
    }

    private static Optional<String> writing(Examined examined, List<Finding> open) {
        for (Finding finding : open) {
            Optional<Mend> mend = examined.firstMend(finding);
            if (mend.isPresent()) {
                return mend.map(m -> "Write first, against " + finding.code() + ": " + sentences(examined, m));
            }
        }
        return open.stream()
                .findFirst()
                .map(f -> "What to write first, against " + f.code() + ": "
                        + f.code().mend() + ".");
    }

    /** What the text would say then, to be read aloud; where nobody has sentences for it, as the language writes it. */
    public static String sentences(Examined examined, Mend mend) {
        Agreement then = mend.examination().agreement();
        List<String> said = MendWords.sentences(examined.agreement(), then);
        if (!said.isEmpty()) {
            return String.join(" ", said);
        }
        List<String> gone = MendWords.leftOut(examined.agreement(), then);
        return gone.isEmpty()
                ? MendWords.statements(mend).stream().map(s -> s + ".").collect(Collectors.joining(" "))
                : "Leave out: " + String.join(" ", gone);
    }
}
