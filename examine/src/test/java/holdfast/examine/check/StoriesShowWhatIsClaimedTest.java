package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.play.Move;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.Subject;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import holdfast.language.reading.Sides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The story of every finding, in the examples of the pages and in the agreements that come with Holdfast, shows what its words and the finding's say: not only do its verdicts replay, it is
 * the clause that is named that is broken, by whoever is named, and what is said to follow follows.
 */
class StoriesShowWhatIsClaimedTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$");
    private static final Bounds SMALL = new Bounds(1, 0, 1, 1, 4, Duration.ofDays(400), 20_000_000);

    private static final Pattern BROKEN_BY =
            Pattern.compile("^(\\S+) is broken by ([^:(,]+?)(?: \\(.*?\\))?(?:, without (.*?))?: (.*)$");
    private static final Pattern VOTES_NO = Pattern.compile("(\\S+) votes no");
    private static final Pattern FOLLOWS = Pattern.compile("^(\\S+) (?:follows|can follow).*");

    /** Findings that say that somebody's leaving is enough; their story must be without it. */
    private static final Set<Code> OF_DEFECTION = Set.of(Catalogue.F12);

    @TestFactory
    List<DynamicTest> every_story() throws IOException {
        Map<String, Agreement> texts = new LinkedHashMap<>();
        try (Stream<Path> pages = Files.list(Path.of("../docs/findings"))) {
            for (Path page : pages.sorted().toList()) {
                Matcher example = EXAMPLE.matcher(Files.readString(page));
                for (int i = 1; example.find(); i++) {
                    byte[] text = example.group(1).getBytes(StandardCharsets.UTF_8);
                    String name = page.getFileName() + " " + i;
                    AgreementReader.read("agreement.md", text, n -> Optional.empty())
                            .agreement()
                            .ifPresent(a -> texts.put(name, a));
                }
            }
        }
        try (Stream<Path> folders = Files.list(Path.of("../agreements"))) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("agreement.md"))) {
                    texts.put(
                            folder.getFileName().toString(),
                            AgreementReader.read(folder.resolve("agreement.md"))
                                    .agreement()
                                    .orElseThrow());
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(60);
        List<DynamicTest> tests = new ArrayList<>();
        texts.forEach((name, text) -> tests.add(DynamicTest.dynamicTest(name, () -> all(text))));
        return tests;
    }

    private static void all(Agreement agreement) {
        Examination examined =
                new Examiner(SMALL, List.of(new Subject.Loss("a town", 25 * 3_600_000L))).examine(agreement);
        for (Finding finding : examined.findings()) {
            finding.story().ifPresent(s -> {
                String what = finding.code() + " " + finding.sentence() + "\n" + s.title() + "\n" + s.claims();
                assertThat(StoryReplay.unmet(s, agreement)).as(what).isEmpty();
                assertThat(s.stillAsking(new Ways(agreement))).as(what).isEmpty();
                isAboutTheFinding(finding, s, what);
                titleHolds(agreement, s, what);
                sentenceHolds(finding, s, what);
                nobodyAsksWhoNeedNot(agreement, s, what);
            });
        }
        examined.prospects().forEach(p -> {
            titleHolds(agreement, p.story(), p.story().title());
            nobodyAsksWhoNeedNot(
                    agreement, p.story(), p.story().title() + p.story().claims());
            titleHolds(agreement, p.vote(), p.vote().title());
        });
        examined.guarantees().forEach(g -> {
            titleHolds(agreement, g.story(), g.story().title());
            nobodyAsksWhoNeedNot(
                    agreement, g.story(), g.story().title() + g.story().claims());
        });
    }

    /** Of the clauses that a finding names, or of one whose breach the clauses that it names answer. */
    private static void isAboutTheFinding(Finding finding, Story story, String what) {
        boolean named = story.over().stream().anyMatch(finding.clauses()::contains)
                || story.claims().stream().anyMatch(c -> finding.clauses().contains(c.clause()));
        boolean brokenAtAll = story.claims().stream().anyMatch(c -> c.status() == Status.BREACHED);
        assertThat(named || brokenAtAll).as(what).isTrue();
    }

    private static void titleHolds(Agreement agreement, Story story, String what) {
        String title = story.title();
        Matcher broken = BROKEN_BY.matcher(title);
        if (broken.matches()) {
            String clause = broken.group(1);
            String by = broken.group(2);
            assertThat(story.claims())
                    .as(what)
                    .anyMatch(c -> c.clause().equals(clause)
                            && (c.bearer().equals(by) || c.bearer().equals("nobody named"))
                            && isBrokenPerhaps(c.status()));
            Matcher follows = FOLLOWS.matcher(broken.group(4));
            if (broken.group(4).startsWith("nothing ")) {
                assertThat(measures(agreement, story, m -> true)).as(what).isEmpty();
            } else if (follows.matches()) {
                assertThat(measures(agreement, story, follows.group(1)::equals))
                        .as(what)
                        .isNotEmpty();
            }
            for (String gone : broken.group(3) == null
                    ? List.<String>of()
                    : List.of(broken.group(3).split(" and "))) {
                assertThat(story.moves())
                        .as(what)
                        .noneMatch(m ->
                                m.why() == Move.Why.DUTY && doer(agreement, m).equals(Optional.of(gone)));
            }
        }
        Matcher no = VOTES_NO.matcher(title);
        if (no.find()) {
            assertThat(story.moves()).as(what).anyMatch(m -> isVote(m, no.group(1), "no"));
            assertThat(story.moves()).as(what).noneMatch(m -> isVote(m, no.group(1), "yes"));
        }
        if (title.contains("nobody can say whether") || title.contains("nobody decides")) {
            assertThat(story.claims()).as(what).anyMatch(c -> c.status() == Status.UNDETERMINED);
        }
        if (title.contains("still pending, and no breach") || title.contains("nothing given, and no breach")) {
            assertThat(story.claims()).as(what).anyMatch(c -> c.status() == Status.PENDING);
            assertThat(story.claims()).as(what).noneMatch(c -> c.status() == Status.BREACHED);
        }
        if (title.contains("nobody whose breach it is")) {
            assertThat(story.claims())
                    .as(what)
                    .isNotEmpty()
                    .allMatch(c -> c.bearer().equals("nobody named"));
        }
        if (title.contains("is left undone")) {
            assertThat(story.claims())
                    .as(what)
                    .anyMatch(c -> c.status() == Status.BREACHED || c.status() == Status.PENDING);
        }
        if (title.contains("has to be done") || title.contains("neither has to")) {
            assertThat(story.claims()).as(what).isNotEmpty().allMatch(c -> c.status() == Status.BLOCKED);
        }
        if (title.contains("comes to an end") || title.contains("has ended")) {
            assertThat(story.over()).as(what).isNotEmpty();
        }
        if (title.contains("and nobody has broken it")) {
            assertThat(story.claims()).as(what).noneMatch(c -> c.status() == Status.BREACHED);
        }
    }

    private static boolean isBrokenPerhaps(Status status) {
        return status == Status.BREACHED || status == Status.UNDETERMINED || status == Status.CURED;
    }

    private static void sentenceHolds(Finding finding, Story story, String what) {
        if (OF_DEFECTION.contains(finding.code())
                || (finding.code() == Catalogue.F11 && finding.sentence().startsWith("if "))) {
            assertThat(story.title()).as(what).contains(", without ");
        }
        if (finding.code() == Catalogue.F11 && finding.sentence().startsWith("all that stands")) {
            assertThat(story.claims()).as(what).noneMatch(c -> c.status() == Status.FULFILLED);
        }
        if (finding.code() == Catalogue.F27) {
            assertThat(story.claims()).as(what).anyMatch(c -> c.status() == Status.BREACHED);
            assertThat(story.claims()).as(what).anyMatch(c -> c.status() == Status.FULFILLED);
        }
        if (finding.code() == Catalogue.F30) {
            assertThat(story.claims()).as(what).noneMatch(c -> c.status() == Status.PENDING);
        }
    }

    /** Whoever asks is one of the protected, or there is nobody of them who could. */
    private static void nobodyAsksWhoNeedNot(Agreement agreement, Story story, String what) {
        Matcher broken = BROKEN_BY.matcher(story.title());
        if (!broken.matches()) {
            return;
        }
        Agreement under = agreement.under(story.reading());
        for (Norm norm : under.norms()) {
            if (!norm.id().equals(broken.group(1))) {
                continue;
            }
            Optional<String> violator = Optional.of(broken.group(2)).filter(agreement::hasActor);
            Set<String> side = Sides.protectedBy(under, norm, violator);
            for (Move move : story.moves()) {
                Optional<String> doer = doer(agreement, move);
                if (move.why() == Move.Why.REQUEST && doer.isPresent() && !isVote(move)) {
                    assertThat(side).as(what + " asked by " + doer.get()).contains(doer.get());
                }
                if (move.why() == Move.Why.HELP && doer.isPresent() && !isVote(move) && isEvent(move)) {
                    boolean another = story.moves().stream()
                            .anyMatch(m -> m.why() == Move.Why.REQUEST && event(m).equals(event(move)));
                    assertThat(another && !side.contains(doer.get())).as(what).isFalse();
                }
            }
        }
    }

    private static boolean isEvent(Move move) {
        return move.record() instanceof Record.Observation;
    }

    private static String event(Move move) {
        return move.record() instanceof Record.Observation o ? o.event() : "";
    }

    private static boolean isVote(Move move) {
        return Set.of("vote", "motion", "decision").contains(event(move));
    }

    private static boolean isVote(Move move, String by, String choice) {
        return move.record() instanceof Record.Observation o
                && o.event().equals("vote")
                && new Value.Actor(by).equals(o.values().get("by"))
                && new Value.Text(choice).equals(o.values().get("choice"));
    }

    private static Optional<String> doer(Agreement agreement, Move move) {
        if (!(move.record() instanceof Record.Observation o)) {
            return Optional.empty();
        }
        return Optional.ofNullable(agreement.eventTypes().get(o.event()))
                .flatMap(EventType::actor)
                .map(a -> o.values().get(a.name()))
                .filter(Value.Actor.class::isInstance)
                .map(v -> ((Value.Actor) v).name());
    }

    /** What was taken as an answer: under a duty or a permission, after the violation began, and not what is owed anyway. */
    private static List<Move> measures(Agreement agreement, Story story, Predicate<String> which) {
        long start = story.moves().stream()
                .filter(m -> m.why() == Move.Why.VIOLATION)
                .mapToLong(Move::at)
                .min()
                .orElse(0);
        Set<Move.Why> due = Set.of(Move.Why.DUTY, Move.Why.PERMISSION);
        return story.moves().stream()
                .filter(m -> due.contains(m.why()) && m.at() >= start)
                .filter(m -> measuresOf(agreement, m).stream().anyMatch(which))
                .toList();
    }

    private static List<String> measuresOf(Agreement agreement, Move move) {
        List<String> events = new ArrayList<>(List.of(event(move)));
        agreement.norms().stream()
                .filter(n -> n.id().equals(move.clause()))
                .forEach(n -> holdfast.language.reading.Duties.act(n).ifPresent(a -> events.add(a.event())));
        return events.stream()
                .flatMap(e -> Stream.ofNullable(agreement.eventTypes().get(e)))
                .flatMap(e -> e.measure().stream())
                .toList();
    }
}
