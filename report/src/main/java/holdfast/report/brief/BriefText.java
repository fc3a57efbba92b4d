package holdfast.report.brief;

import holdfast.engine.words.Wording;
import holdfast.examine.brief.Brief;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import holdfast.report.examination.ExaminationText;
import holdfast.report.examination.Examined;
import holdfast.report.examination.GuaranteeWords;
import holdfast.report.examination.Headline;
import holdfast.report.examination.HoldsAlone;
import holdfast.report.examination.MendWords;
import holdfast.report.examination.RowSentences;
import holdfast.report.examination.Unplayed;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.page.ShellWord;
import holdfast.report.page.TextStands;
import holdfast.report.readiness.ReadinessReport;
import holdfast.report.readiness.StandsOnTheDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A brief for one side, as sections of lines: about two pages, for a terminal and for paper. */
public final class BriefText {
    private static final int CLAUSES = 5;
    private static final int ROWS = 4;
    private static final int FINDINGS = 4;

    private final Examined examined;
    private final Brief brief;
    private final Agreement agreement;
    private final Readable names;
    private final Optional<ReadinessReport> readiness;

    /**
     * @param matrix a table instead of points
     * @param points each a line, or several where it is long
     */
    record Section(String title, List<String> points, Optional<Matrix> matrix) {
        Section(String title, List<String> points) {
            this(title, points, Optional.empty());
        }
    }

    private BriefText(Examined examined, String actor, Optional<ReadinessReport> readiness) {
        this.examined = examined;
        this.readiness = readiness;
        this.brief = Brief.of(examined.examination(), actor);
        this.agreement = examined.agreement();
        this.names = examined.texts().names();
    }

    /** What belongs to the point before it begins with blanks, and is set under its words. */
    private static void point(Page page, String point) {
        int under = point.length() - point.stripLeading().length();
        page.wrapped("  " + " ".repeat(under), 4 + under, point.stripLeading());
    }

    /** @param readiness what stands of the first layer, where records of it were given */
    public static String of(Examined examined, String actor, Optional<ReadinessReport> readiness, Colours colours) {
        BriefText text = new BriefText(examined, actor, readiness);
        Page page = new Page(examined.texts().names()::inText);
        head(page, examined, title(examined.agreement(), actor), colours);
        examined.examination().partial().forEach(p -> page.wrapped("NOT WHOLE: ", p));
        for (Section section : text.sections()) {
            page.gap().line(colours.heading(section.title()));
            section.points().forEach(p -> point(page, p));
            section.matrix()
                    .ifPresent(m -> m.lines(examined.texts().names()::inText, Page.width() - 2)
                            .forEach(l -> page.asIs("  " + l)));
        }
        return page.toString();
    }

    private static void head(Page page, Examined examined, String whom, Colours colours) {
        page.line(colours.heading(examined.agreement().title()));
        page.line("a brief for " + whom);
        String stands = TextStands.words(examined.agreement());
        if (!stands.isEmpty()) {
            page.wrapped("", (stands.startsWith("as ") ? "of the text " : "from ") + stands);
        }
    }

    static String title(Agreement agreement, String actor) {
        return agreement.actors().stream()
                .filter(a -> a.name().equals(actor))
                .findFirst()
                .map(a -> a.title().equals(a.name()) ? a.name() : a.name() + " (" + a.title() + ")")
                .orElse(actor);
    }

    /** A few sentences for each of several. */
    public static String overview(Examined examined, List<String> actors, Colours colours) {
        Page page = new Page(examined.texts().names()::inText);
        head(page, examined, "all parties", colours);
        examined.examination().partial().forEach(p -> page.wrapped("NOT WHOLE: ", p));
        for (String actor : actors) {
            page.gap().line(colours.heading("a brief for " + title(examined.agreement(), actor)));
            meaning(examined, Brief.of(examined.examination(), actor)).forEach(p -> page.wrapped("  ", 4, p));
        }
        page.gap().wrapped("", "Two pages for one of them: add `--for` and its name.");
        return page.toString();
    }

    static List<Section> sections(Examined examined, String actor, Optional<ReadinessReport> readiness) {
        return new BriefText(examined, actor, readiness).sections();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("What it means for " + title(agreement, brief.actor()), meaning(examined, brief)));
        Section owes = new Section("What it owes", clauses(brief.owes(), "nothing by name"));
        // Whom nothing protects is asked for its help: what it owes, and beside whom, comes first.
        boolean isProtected = !brief.guaranteed().isEmpty();
        if (!isProtected) {
            sections.add(owes);
        }
        Matrix matrix = Matrix.of(isProtected ? brief.guaranteed() : answering());
        if (!matrix.rows().isEmpty()) {
            sections.add(new Section("Who must answer what, by when", List.of(), Optional.of(matrix)));
        }
        sections.add(new Section("What is guaranteed to it, in the worst case", guaranteed()));
        readiness
                .map(StandsOnTheDay::words)
                .ifPresent(said -> sections.add(new Section("What stands of the first layer", said)));
        sections.add(new Section("What to ask for, in this order", asks()));
        sections.add(new Section("What to give up last", keeps()));
        sections.add(new Section("What would break it", breaks()));
        List<String> readings = readings();
        if (!readings.isEmpty()) {
            sections.add(new Section("Which reading serves whom", readings));
        }
        sections.add(new Section("Who of them is needed, and who can stop it", needed()));
        List<String> hours = new FirstHours(examined, brief).lines();
        if (!hours.isEmpty()) {
            sections.add(new Section("The first 72 hours", hours));
        }
        if (isProtected) {
            sections.add(owes);
        }
        sections.add(new Section("What it gets", clauses(brief.gets(), "nothing that the text says is for it")));
        if (!brief.may().isEmpty()) {
            sections.add(new Section("What it may do", clauses(brief.may(), "")));
        }
        if (!isSaidAlready()) {
            sections.add(new Section("What follows if it breaks its word", against()));
        }
        sections.add(new Section("Which friends stand behind what", friends()));
        sections.add(new Section("What we do not know", unknown()));
        return sections;
    }

    /** The rows in whose answers it has a part: beside whom it must act, and by when. */
    private List<Guarantee> answering() {
        return examined.examination().guarantees().stream()
                .filter(g -> g.defectors().isEmpty()
                        && g.measure().isPresent()
                        && g.doneBy().contains(brief.actor()))
                .toList();
    }

    static List<String> meaning(Examined examined, Brief brief) {
        return new Meaning(examined, brief).sentences();
    }

    /** The clauses on which what must follow rests, those of the strongest first. */
    private List<String> keeps() {
        Map<List<String>, Guarantee> strongest = new LinkedHashMap<>();
        brief.guaranteed().stream()
                .filter(g -> g.measure().isPresent() && !g.doneBy().equals(List.of(brief.actor())))
                .forEach(g -> strongest.putIfAbsent(g.clauses(), g));
        if (strongest.isEmpty()) {
            return List.of("nothing that others must do follows from any clause: there is nothing to lose");
        }
        List<String> lines = new ArrayList<>();
        strongest.forEach((clauses, g) -> lines.add(ExaminationText.clauses(clauses) + ": without "
                + (clauses.size() == 1 ? "it" : "them") + ", " + measure(g) + " need not follow a breach of "
                + g.prohibition() + " by " + g.violator()));
        return lines.subList(0, Math.min(ROWS, lines.size()));
    }

    /** Where what must follow hangs on an answer, which answer gives it most, and so serves those who would break it least. */
    private List<String> readings() {
        List<String> lines = new ArrayList<>();
        List<Guarantee> once = brief.guaranteed().stream()
                .filter(g -> g.course().kind() == Course.Kind.ONCE)
                .toList();
        FirstHours.byQuestion(once).forEach((question, rows) -> {
            Map<String, Integer> best = new LinkedHashMap<>();
            rows.forEach(g -> best.merge(g.reading().answers().get(question), g.rank(), Math::max));
            if (best.values().stream().distinct().count() > 1) {
                Comparator<Map.Entry<String, Integer>> by = Map.Entry.comparingByValue();
                String most = best.entrySet().stream().max(by).orElseThrow().getKey();
                String least = best.entrySet().stream().min(by).orElseThrow().getKey();
                lines.add(names.name(question) + ": “" + names.answer(question, most) + "” serves " + brief.actor()
                        + "; “" + names.answer(question, least) + "” serves "
                        + Wording.list(List.copyOf(brief.suspects())));
            }
        });
        return lines;
    }

    private List<String> unknown() {
        List<String> lines = new ArrayList<>();
        agreement.undefinedTerms().stream()
                .limit(3)
                .forEach(t -> lines.add("what “" + (t.text().isEmpty() ? names.name(t.name()) : t.text())
                        + "” means: the text does not define it"));
        examined.examination().assumptions().stream()
                .limit(2)
                .map(BriefText::guess)
                .forEach(lines::add);
        lines.add("who would: it was asked who can, and who must, and nothing of what anybody wants");
        return lines;
    }

    /** What was guessed: the names as people write them, and not how the text could say it, which is for whoever writes it. */
    private static String guess(String assumption) {
        return assumption
                .replaceFirst(" \\(it decides in [^)]*\\)", "")
                .replaceFirst("; the text can say it: .*", ", which the text does not say")
                .replaceFirst("; (where one is, )?say `.*", "")
                .replace("`", "");
    }

    private List<String> clauses(List<Norm> norms, String none) {
        if (norms.isEmpty()) {
            return List.of(none);
        }
        Map<String, List<Norm>> byNumber = new LinkedHashMap<>();
        norms.forEach(
                n -> byNumber.computeIfAbsent(n.id(), id -> new ArrayList<>()).add(n));
        List<String> lines = new ArrayList<>();
        byNumber.entrySet().stream().limit(CLAUSES).forEach(e -> lines.add(e.getKey() + "  " + variants(e.getValue())));
        more(lines, byNumber.size(), CLAUSES, "clause", "the text has them");
        return lines;
    }

    /** A clause as each reading has it: what one side takes for the text is one of them. */
    private String variants(List<Norm> norms) {
        Norm first = norms.getFirst();
        String said = examined.texts().clause(first);
        if (norms.size() == 1 && first.reading().equals(Reading.NONE)) {
            return said;
        }
        String others = norms.size() == 1
                ? "."
                : "; otherwise under " + (norms.size() - 1)
                        + (norms.size() == 2 ? " other reading." : " other readings.");
        return said.substring(0, said.length() - 1) + ", " + names.reading(first.reading()) + others;
    }

    private static void more(List<String> lines, int all, int shown, String what, String where) {
        if (all > shown) {
            String counted = all - shown == 1 ? what : what.replaceFirst("^(\\S+)", "$1s");
            lines.add("and " + (all - shown) + " more " + counted + ": " + where);
        }
    }

    private String examine() {
        return "`holdfast examine " + ShellWord.of(examined.name()) + "` has them all";
    }

    private List<String> guaranteed() {
        List<String> lines = new ArrayList<>(spread());
        List<String> open = Unplayed.words(examined, v -> !v.equals(brief.actor()));
        int room = ROWS - Math.min(1, lines.size());
        lines.addAll(rows(
                brief.guaranteed(),
                room,
                open.isEmpty() ? "no prohibition is there for it" : "nothing that was found"));
        HoldsAlone.sentence(examined, brief.guaranteed()).ifPresent(lines::add);
        lines.addAll(open);
        return lines;
    }

    /** Where it hangs on how the text is read what must follow, how far that goes: who counts on the best reading should know the worst. */
    private List<String> spread() {
        Map<String, List<Guarantee>> byViolation = new LinkedHashMap<>();
        brief.guaranteed().stream()
                .filter(g -> g.course().kind() == Course.Kind.ONCE)
                .forEach(g -> byViolation
                        .computeIfAbsent(g.violator() + "\n" + g.prohibition(), k -> new ArrayList<>())
                        .add(g));
        Map<List<String>, List<String>> byWords = new LinkedHashMap<>();
        byViolation.values().forEach(rows -> {
            Guarantee best =
                    rows.stream().max(Comparator.comparingInt(Guarantee::rank)).orElseThrow();
            Guarantee worst =
                    rows.stream().min(Comparator.comparingInt(Guarantee::rank)).orElseThrow();
            if (best.rank() != worst.rank()) {
                List<String> clauses = byWords.computeIfAbsent(
                        List.of(best.violator(), "from " + measure(worst) + " to " + measure(best)),
                        w -> new ArrayList<>());
                if (!clauses.contains(best.prohibition())) {
                    clauses.add(best.prohibition());
                }
            }
        });
        List<String> lines = new ArrayList<>();
        byWords.forEach((words, clauses) -> lines.add("What must follow when " + words.getFirst() + " breaks "
                + Readable.list(clauses, "or") + " hangs on how the text is read: " + words.getLast() + "."));
        return lines;
    }

    private String measure(Guarantee g) {
        return g.measure().map(names::name).orElse("nothing")
                + (g.reading().equals(Reading.NONE) ? "" : " (" + names.reading(g.reading()) + ")");
    }

    /** Whoever can only leave something undone has read at the beginning what follows. */
    private boolean isSaidAlready() {
        String undone = new Meaning(examined, brief).undone();
        return brief.against().isEmpty()
                && unplayed().isEmpty()
                && meaning(examined, brief).stream().anyMatch(said -> said.contains(undone));
    }

    private List<String> unplayed() {
        return Unplayed.words(examined, v -> v.equals(brief.actor()));
    }

    private List<String> against() {
        List<String> lines = rows(
                brief.against(),
                ROWS,
                unplayed().isEmpty() ? new Meaning(examined, brief).undone() : "nothing that was found");
        lines.addAll(unplayed());
        return lines;
    }

    private List<String> rows(List<Guarantee> all, int room, String none) {
        if (all.isEmpty()) {
            return new ArrayList<>(List.of(none));
        }
        List<String> said = new RowSentences(agreement, names).answers(all, brief.actor());
        List<String> lines = new ArrayList<>(said.stream().limit(room).toList());
        more(lines, said.size(), room, "case", examine());
        return lines;
    }

    private List<String> breaks() {
        if (brief.breaks().isEmpty()) {
            return List.of("nothing was found within the bounds; that does not mean that it is safe");
        }
        List<String> lines = new ArrayList<>();
        brief.breaks().stream()
                .limit(FINDINGS)
                .forEach(f -> lines.add(f.code()
                        + (f.weight() == Finding.Weight.FIRES ? "  " : " (lesser)  ")
                        + ExaminationText.sentence(f)));
        more(lines, brief.breaks().size(), FINDINGS, "finding", examine());
        return lines;
    }

    private List<String> asks() {
        if (brief.asks().isEmpty()) {
            return List.of("no finding fires; look at the lesser ones");
        }
        List<String> lines = new ArrayList<>();
        int n = 0;
        for (Brief.Ask ask : brief.asks().stream().limit(FINDINGS).toList()) {
            lines.add(++n + ". " + ask.code().mend()
                    + (ask.clauses().isEmpty() ? "" : " (" + ExaminationText.clauses(ask.clauses()) + ")") + "  ["
                    + ask.code() + "]");
            mend(ask).ifPresent(m -> {
                lines.add("   the words: " + Headline.sentences(examined, m));
                lines.add("   it gains: "
                        + MendWords.table(m, names).stream()
                                .findFirst()
                                .orElse("what must follow stays as it is; the gap is closed"));
            });
        }
        more(lines, brief.asks().size(), FINDINGS, "thing to ask for", examine());
        return lines;
    }

    private Optional<Mend> mend(Brief.Ask ask) {
        return brief.breaks().stream()
                .filter(f -> f.code() == ask.code() && f.weight() == Finding.Weight.FIRES)
                .flatMap(f -> examined.firstMend(f).stream())
                .findFirst();
    }

    private List<String> friends() {
        if (brief.friends().isEmpty()) {
            return List.of("the text names no guarantor beside it");
        }
        Map<Set<String>, List<String>> alike = new LinkedHashMap<>();
        brief.friends()
                .forEach((name, parts) ->
                        alike.computeIfAbsent(parts, p -> new ArrayList<>()).add(name));
        List<String> lines = new ArrayList<>();
        alike.forEach((parts, names) -> lines.add(Wording.list(names) + suspected(names) + ": "
                + (parts.isEmpty() ? "no part in any answer" : String.join(", ", parts))));
        return lines;
    }

    /** A friend in whose word others must trust, and against whom it is protected as well. */
    private String suspected(List<String> names) {
        List<String> both = names.stream().filter(brief.suspects()::contains).toList();
        return both.isEmpty()
                ? ""
                : both.size() == names.size()
                        ? " (bound by what protects it, and so able to break it)"
                        : " (of whom " + Wording.list(both) + " could break what protects it)";
    }

    private List<String> needed() {
        List<String> lines = new ArrayList<>();
        for (List<String> set : brief.needed().stream().limit(4).toList()) {
            lines.add(
                    set.size() == 1
                            ? set.getFirst() + " alone: without it a measure falls"
                            : "a measure falls only without all of " + GuaranteeWords.list(set));
        }
        Map<Set<String>, List<String>> alike = new LinkedHashMap<>();
        brief.stoppers()
                .forEach((member, bodies) ->
                        alike.computeIfAbsent(bodies, b -> new ArrayList<>()).add(member));
        alike.forEach((bodies, members) ->
                lines.add((members.size() == 1 ? members.getFirst() : "each of " + GuaranteeWords.list(members))
                        + " alone can keep " + Wording.list(List.copyOf(bodies)) + " from deciding"));
        if (!brief.stops().isEmpty()) {
            lines.add(brief.actor() + " can itself keep " + Wording.list(brief.stops()) + " from deciding");
        }
        return lines.isEmpty()
                ? List.of("nobody was found without whom alone a measure falls, or who alone can stop a body")
                : lines;
    }
}
