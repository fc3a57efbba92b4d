package holdfast.report.daily;

import holdfast.engine.KnownFact;
import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Walk;
import holdfast.report.daily.count.Count;
import holdfast.report.daily.ladder.Blocks;
import holdfast.report.daily.ladder.Known;
import holdfast.report.daily.ladder.Ladders;
import holdfast.report.replay.ChangeWords;
import holdfast.report.replay.Due;
import holdfast.report.replay.FirstScreen;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Puts the report of a day together. */
final class DailyMaker {
    private final LocalDate day;
    private final Replay replay;
    private final DailyQuestion question;
    private final CalendarDays days;
    private final Areas areas;
    private final Meetings meetings;
    private final Counting counting;
    private final FactWords words;
    private final DateWords dates;
    private final Known now;
    private final Known then;

    DailyMaker(DailyQuestion question) {
        Replay asked = question.replay();
        Agreement agreement = asked.agreement();
        this.question = question;
        this.day = question.day();
        this.days = new CalendarDays(agreement.zone());
        this.dates = new DateWords(agreement.zone());
        this.areas = new Areas(agreement, question.area());
        this.meetings = new Meetings(agreement);
        this.counting = new Counting(agreement, areas, meetings, days);
        this.words = new FactWords(agreement, asked.texts().names());
        long before = days.dayBefore(asked.asOf());
        this.now = Known.at(asked.asOf(), asked.now(), question.records(), question.monitors());
        this.then = Known.at(
                before, Math.min(before, days.endOf(day.minusDays(1))), question.records(), question.monitors());
        this.replay = asked.comparedWith(
                new Replay.Earlier(before, Math.min(before, days.endOf(day.minusDays(1))), then.verdicts()));
    }

    DailyReport report() {
        List<Count> counts = counting.of(day, now.facts());
        Corrections corrections = new Corrections(day, now, then, days, words, dates);
        Due due = Due.ofEverybody(replay);
        FirstScreen screen = FirstScreen.ofAll(replay);
        return new DailyReport(
                replay,
                day,
                then.asOf(),
                counts,
                Counting.totals(counts),
                met(),
                acts(f -> isOther(f.event()), day),
                acts(f -> Gain.is(f.event()), day),
                forbidden(),
                SetAside.of(day, now, days, words, dates),
                question.grounds(),
                due.overdue(),
                soon(due.owes()),
                lines(screen, FirstScreen.Topic.COMING),
                Blocks.of(replay, now),
                Ladders.of(replay),
                corrections.records(),
                corrections.recounts(counting),
                ChangeWords.of(replay),
                lines(screen, FirstScreen.Topic.UNKNOWN));
    }

    private List<DailyReport.Met> met() {
        return Arrays.stream(Meeting.values())
                .filter(meetings::has)
                .map(m -> new DailyReport.Met(
                        m, acts(is(m), day), acts(is(m), day.minusDays(1)).size()))
                .toList();
    }

    private Predicate<KnownFact> is(Meeting meeting) {
        return fact -> meetings.of(fact.event()).equals(Optional.of(meeting));
    }

    private boolean isOther(String event) {
        return !counting.counts(event) && meetings.of(event).isEmpty() && !Gain.is(event);
    }

    private List<Act> acts(Predicate<KnownFact> wanted, LocalDate on) {
        List<Act> acts = new ArrayList<>();
        for (KnownFact fact : now.facts()) {
            if (wanted.test(fact) && days.of(fact.time()).equals(Optional.of(on))) {
                acts.add(new Act(
                        fact.event(),
                        fact.time(),
                        areas.of(fact),
                        words.of(fact.event(), fact.values()),
                        fact.author(),
                        fact.records()));
            }
        }
        acts.sort(Comparator.comparing(Act::time).thenComparing(a -> a.records().getFirst()));
        return acts;
    }

    /** What some clause forbids, and what that is made of. */
    private Set<String> forbidden() {
        Walk walk = new Walk(replay.agreement());
        Set<String> forbidden = new HashSet<>();
        replay.agreement()
                .norms()
                .forEach(norm -> Duties.forbidden(norm).ifPresent(act -> {
                    forbidden.add(act.event());
                    walk.from(act).patterns().stream().map(Pattern::event).forEach(forbidden::add);
                }));
        return forbidden;
    }

    private List<Owed> soon(List<Owed> owed) {
        return owed.stream()
                .filter(o -> o.due()
                        .map(Time::lo)
                        .filter(d -> d <= replay.ahead().until())
                        .isPresent())
                .toList();
    }

    private static List<FirstScreen.Line> lines(FirstScreen screen, FirstScreen.Topic topic) {
        return screen.sections().stream()
                .filter(s -> s.topic() == topic)
                .flatMap(s -> s.lines().stream())
                .toList();
    }
}
