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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences with which an examination begins: what is guaranteed at worst, who can end it, the worst way in which it fails, what to write first. */
public final class Headline {
    private static final int VIOLATORS = 6;
    private static final int CLAUSES = 12;
    private static final int READINGS = 2;

    private Headline() {}

    public static List<String> of(Examined examined) {
        Examination examination = examined.examination();
        List<String> said = new ArrayList<>();
        said.add(guaranteed(examined, examination.guarantees()));
        HowItEnds.words(examined.agreement()).ifPresent(said::add);
        List<Finding> open = open(examination.findings());
        said.add(failing(examined, open));
        writing(examined, open).ifPresent(said::add);
        return said.stream().map(examined.texts().names()::inText).toList();
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
        String when = broken(alike, examined.texts().names());
        if (worst.measure().isEmpty()) {
            return "In the worst case it guarantees nothing" + unmeasured(examined) + ": " + when
                    + ", nothing must follow"
                    + (best.measure().isEmpty()
                            ? ""
                            : "; at best " + answer(best) + " must follow, when " + best.violator() + " breaks "
                                    + best.prohibition() + course(best)
                                    + under(List.of(examined.texts().names().reading(best.reading()))))
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
        return GuaranteeWords.measure(g)
                + (g.within().isPresent() ? " within " : " with ")
                + GuaranteeWords.within(g) + " by " + GuaranteeWords.list(g.decidedBy())
                + GuaranteeWords.setOff(g).map(s -> " (" + s + ")").orElse("");
    }

    /** {@code when North or South breaks 1.1 or 1.2, or 1.3 if counting is read as “included”}: first what is so however the text is read. */
    private static String broken(List<Guarantee> rows, Readable names) {
        Map<Reading, List<Guarantee>> byReading = new LinkedHashMap<>();
        rows.stream()
                .filter(g -> g.reading().equals(Reading.NONE))
                .forEach(g -> byReading
                        .computeIfAbsent(g.reading(), r -> new ArrayList<>())
                        .add(g));
        Set<List<String>> always = rows.stream()
                .filter(g -> g.reading().equals(Reading.NONE))
                .map(Headline::broken)
                .collect(Collectors.toSet());
        rows.stream()
                .filter(g -> !g.reading().equals(Reading.NONE) && !always.contains(broken(g)))
                .forEach(g -> byReading
                        .computeIfAbsent(g.reading(), r -> new ArrayList<>())
                        .add(g));
        Map<String, List<String>> byBreach = new LinkedHashMap<>();
        byReading.forEach(
                (reading, of) -> byBreach.computeIfAbsent(who(of) + " breaks " + clauses(of), b -> new ArrayList<>())
                        .add(names.reading(reading)));
        List<String> said = new ArrayList<>();
        byBreach.forEach((breach, readings) -> said.add("when " + breach + under(readings)));
        return String.join(", and ", said);
    }

    private static List<String> broken(Guarantee g) {
        return List.of(g.violator(), g.prohibition());
    }

    private static String under(List<String> readings) {
        if (readings.getFirst().isEmpty()) {
            return "";
        }
        return readings.size() <= READINGS
                ? ", " + String.join(", or ", readings)
                : ", under " + readings.size() + " ways of reading the text";
    }

    private static String who(List<Guarantee> rows) {
        List<String> violators =
                rows.stream().map(Guarantee::violator).distinct().toList();
        return either(violators, VIOLATORS);
    }

    /** {@code 2.1 or 2.2}: any of what these rows are about. */
    public static String clauses(List<Guarantee> rows) {
        return either(rows.stream().map(Guarantee::prohibition).distinct().toList(), CLAUSES);
    }

    private static String either(List<String> all, int most) {
        return all.size() <= most
                ? Readable.list(all, "or")
                : String.join(", ", all.subList(0, most - 1)) + " or one of " + (all.size() - most + 1) + " more";
    }

    private static String course(Guarantee g) {
        return g.course().kind() == Course.Kind.ONCE
                ? ""
                : " and it " + g.course().words();
    }

    /** The worst row has the word: where what fires is about something else, it is said why nothing answers that row. */
    private static String failing(Examined examined, List<Finding> open) {
        Optional<Finding> first = open.stream().findFirst();
        boolean fires = first.filter(f -> f.weight() == Finding.Weight.FIRES).isPresent();
        boolean speaks = fires && WithoutAnswer.isSpokenOf(examined.examination(), first.orElseThrow());
        Optional<String> without = speaks
                ? Optional.empty()
                : WithoutAnswer.words(examined.examination(), examined.texts().names());
        if (first.isEmpty()) {
            return without.orElse(
                    "No way in which it fails was found within the bounds, which does not mean that it is safe.");
        }
        Finding finding = first.get();
        String said = " (" + finding.code() + "): " + ExaminationText.sentence(finding);
        if (without.isPresent()) {
            return without.get() + (fires ? " To be mended first" : " Nearest to failing") + said;
        }
        return (fires ? "The worst way in which it fails" : "Nothing fires within the bounds; nearest to failing")
                + said;
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
