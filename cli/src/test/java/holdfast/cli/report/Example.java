package holdfast.cli.report;

import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.*;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.explain.Receipt;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Replay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small agreement and a replay of it, built by hand: the rendering is tested without reader and engine. */
final class Example {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    static final String DIGEST = "0123456789abcdef".repeat(4);

    private Example() {}

    static long at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T'))
                .atZone(KYIV)
                .toInstant()
                .toEpochMilli();
    }

    static Time instant(String local) {
        return Time.at(at(local));
    }

    static Time day(String date) {
        return new Time(at(date + " 00:00"), endOf(date).lo());
    }

    static Time endOf(String date) {
        return Time.at(
                LocalDate.parse(date).plusDays(1).atStartOfDay(KYIV).toInstant().toEpochMilli() - 1);
    }

    private static Origin in(int article) {
        return new Origin(article, 10 + article, 1, 3);
    }

    private static Pattern pattern(String event, Object... arguments) {
        List<Pattern.Argument> named = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            Term term = arguments[i + 1] instanceof Value v
                    ? new Term.Constant(v)
                    : new Term.Variable((String) arguments[i + 1]);
            named.add(new Pattern.Argument((String) arguments[i], term));
        }
        return new Pattern(event, named, Origin.NONE);
    }

    private static Norm norm(
            String id, int article, Reading reading, Optional<Trigger> trigger, Bearer bearer, Duty duty) {
        return new Norm(
                id,
                reading,
                article == 2 ? 2 : 0,
                Condition.ALWAYS,
                trigger,
                Condition.ALWAYS,
                bearer,
                duty,
                List.of(),
                in(article));
    }

    static Agreement agreement() {
        ClauseRef two = new ClauseRef(List.of("2"));
        Trigger.OnBreach breach = new Trigger.OnBreach(
                "B", two, Optional.of(new Term.Constant(new Value.Actor("Russia"))), false, Origin.NONE);
        Reading included = new Reading(Map.of("counting", "included"));
        Reading excluded = new Reading(Map.of("counting", "excluded"));
        Span days = new Span(2, Span.Unit.DAY);
        Norm attack = new Norm(
                "2.1",
                Reading.NONE,
                0,
                new Condition.InState("settlement", List.of(), Origin.NONE),
                Optional.empty(),
                Condition.ALWAYS,
                new Bearer.EachOf("P", "party", List.of("Ukraine", "Russia")),
                new Duty.Refrain(pattern("attack", "by", "P"), Condition.ALWAYS),
                List.of(),
                in(1));
        Norm border = new Norm(
                "9.1",
                Reading.NONE,
                0,
                Condition.ALWAYS,
                Optional.empty(),
                new Condition.ClauseFulfilled(new ClauseRef(List.of("11.1")), Origin.NONE),
                new Bearer.Named(List.of("Ukraine")),
                new Duty.Achieve(
                        pattern("border_control"),
                        Duty.ONCE,
                        Optional.empty(),
                        Optional.of(new Bound.OnDate(LocalDate.of(2015, 12, 31), false)),
                        Condition.ALWAYS),
                List.of("Ukraine"),
                in(4));
        return new Agreement(
                "Framework of <security> guarantees",
                "draft 3",
                "reported",
                List.of("https://example.org/text"),
                KYIV,
                List.of(
                        new Article("", "Framework of security guarantees", "", 1, "agreement.md"),
                        new Article(
                                "2",
                                "Article 2. Hostilities and territory",
                                "The Parties shall refrain from attack. No Party shall take one square kilometre beyond the line of contact.",
                                20,
                                "agreement.md"),
                        new Article("4", "Article 4. Second layer", "Each breach is answered.", 40, "agreement.md"),
                        new Article("5", "Article 5. Withdrawal of weapons", "", 60, "agreement.md"),
                        new Article("9", "Article 9. The border", "", 80, "agreement.md")),
                List.of(
                        new Actor("Ukraine", Actor.Role.PARTY, "Ukraine", Origin.NONE),
                        new Actor("Russia", Actor.Role.PARTY, "Russia", Origin.NONE)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Layer(2, "Guarantees by Europe and the United States", Origin.NONE)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new UndefinedTerm("heavy_weapons", "what counts as heavy", Origin.NONE)),
                List.of(new Question(
                        "counting", "whether the first day counts", List.of("included", "excluded"), Origin.NONE)),
                List.of(
                        attack,
                        norm(
                                "4.1",
                                2,
                                Reading.NONE,
                                Optional.of(breach),
                                new Bearer.Named(List.of("Ukraine")),
                                new Duty.Achieve(
                                        pattern("warn", "about", "B"),
                                        Duty.ONCE,
                                        Optional.empty(),
                                        Optional.of(new Bound.Within(
                                                new Span(24, Span.Unit.HOUR), false, new Anchor.OfTrigger())),
                                        Condition.ALWAYS)),
                        withdraw(included, true, days),
                        withdraw(excluded, false, days),
                        norm(
                                "5.2",
                                3,
                                Reading.NONE,
                                Optional.of(new Trigger.OnEvent(
                                        pattern("pledge", "by", "G", "item", "I", "quantity", "Q"), Condition.ALWAYS)),
                                new Bearer.Bound("G"),
                                new Duty.Achieve(
                                        pattern("delivery", "by", "G", "item", "I"),
                                        new Duty.Amount.Totalling("quantity", new Term.Variable("Q")),
                                        Optional.empty(),
                                        Optional.of(new Bound.OnDate(LocalDate.of(2015, 3, 10), false)),
                                        Condition.ALWAYS)),
                        border),
                List.of(new Rule.Confirms(
                        Reading.NONE,
                        Optional.of("Commission"),
                        two,
                        Optional.of(new Rule.Silence(new Span(48, Span.Unit.HOUR), Rule.Silence.Meaning.ALLEGED)),
                        Origin.NONE)),
                List.of(),
                DIGEST);
    }

    private static Norm withdraw(Reading reading, boolean including, Span days) {
        return norm(
                "5.1",
                3,
                reading,
                Optional.empty(),
                new Bearer.NobodyNamed(),
                new Duty.Achieve(
                        pattern("withdrawal"),
                        Duty.ONCE,
                        Optional.empty(),
                        Optional.of(new Bound.Within(days, including, new Anchor.OfEvent(pattern("ceasefire_began")))),
                        Condition.ALWAYS));
    }

    static List<Record> records() {
        return List.of(
                attack("r1", "2015-02-15 00:20", "claim", "2015-02-15 12:00", Time.at(at("2015-02-15 00:20"))),
                attack(
                        "r2",
                        "2015-02-17 06:00",
                        "seen",
                        "2015-02-17 20:00",
                        new Time(at("2015-02-17 06:00"), at("2015-02-17 12:00") - 1)),
                new Record.Attribution(
                        "t1", at("2015-02-18 09:00"), "Commission", Optional.empty(), "r1", "Russia", "probable", ""));
    }

    private static Record attack(String id, String ignored, String basis, String recorded, Time occurred) {
        return new Record.Observation(
                id,
                at(recorded),
                "https://example.org/" + id,
                Optional.empty(),
                "attack",
                occurred,
                Map.of(
                        "by",
                        Value.UNATTRIBUTED,
                        "place",
                        new Value.Place(48.6, 38.4, "Popasna & <environs>"),
                        "killed",
                        Value.Number.of(2)),
                Basis.valueOf(basis.toUpperCase(java.util.Locale.ROOT)),
                Optional.empty());
    }

    static List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(verdict("2.1", "Ukraine", Status.FULFILLED, Standing.NONE, null, null, null));
        for (int i = 0; i < 6; i++) {
            verdicts.add(verdict(
                    "2.1",
                    "Russia",
                    Status.BREACHED,
                    i == 2 ? Standing.CONFIRMED : Standing.ALLEGED,
                    instant("2015-02-1" + (5 + i % 5) + " 0" + i + ":20"),
                    null,
                    i == 5 ? null : instant("2015-02-2" + i + " 00:20"),
                    "r1"));
        }
        verdicts.add(verdict(
                "2.1",
                Verdict.NOBODY_NAMED,
                Status.UNDETERMINED,
                Standing.NONE,
                new Time(at("2015-02-17 06:00"), at("2015-02-17 12:00") - 1),
                null,
                null,
                "r2"));
        verdicts.add(verdict(
                "4.1",
                "Ukraine",
                Status.BREACHED,
                Standing.ALLEGED,
                instant("2015-02-16 00:20"),
                instant("2015-02-16 00:20"),
                null,
                "r1"));
        verdicts.add(verdict(
                "4.1", "Ukraine", Status.PENDING, Standing.NONE, null, instant("2015-03-02 00:20"), null, "r1"));
        verdicts.add(new Verdict(
                "5.1",
                new Reading(Map.of("counting", "excluded")),
                Verdict.NOBODY_NAMED,
                new TreeMap<>(),
                Status.BREACHED,
                Standing.ALLEGED,
                Optional.of(endOf("2015-02-17")),
                Optional.of(endOf("2015-02-17")),
                Optional.empty(),
                List.of()));
        verdicts.add(new Verdict(
                "5.1",
                new Reading(Map.of("counting", "included")),
                Verdict.NOBODY_NAMED,
                new TreeMap<>(),
                Status.CURED,
                Standing.ALLEGED,
                Optional.of(instant("2015-02-20 12:00")),
                Optional.of(endOf("2015-02-16")),
                Optional.of(instant("2015-02-20 12:00")),
                List.of("r2")));
        verdicts.add(new Verdict(
                "5.2",
                Reading.NONE,
                "Germany",
                new TreeMap<>(Map.of("I", new Value.Text("shells"), "Q", Value.Number.of(1000))),
                Status.PENDING,
                Standing.NONE,
                Optional.empty(),
                Optional.of(endOf("2015-03-10")),
                Optional.empty(),
                List.of("p1")));
        verdicts.add(verdict("9.1", "Ukraine", Status.BLOCKED, Standing.NONE, null, endOf("2015-12-31"), null));
        return verdicts;
    }

    static Verdict verdict(
            String clause,
            String bearer,
            Status status,
            Standing standing,
            Time since,
            Time due,
            Time until,
            String... records) {
        return new Verdict(
                clause,
                Reading.NONE,
                bearer,
                new TreeMap<>(),
                status,
                standing,
                Optional.ofNullable(since),
                Optional.ofNullable(due),
                Optional.ofNullable(until),
                List.of(records));
    }

    static Replay replay() {
        Agreement agreement = agreement();
        List<Verdict> verdicts = verdicts();
        long now = at("2015-03-01 12:00");
        List<Verdict> earlier = new ArrayList<>(verdicts.subList(0, 5));
        earlier.add(verdict(
                "4.1", "Ukraine", Status.PENDING, Standing.NONE, null, instant("2015-02-16 00:20"), null, "r1"));
        earlier.add(verdict(
                "2.1", "Belarus", Status.BREACHED, Standing.ALLEGED, instant("2015-02-15 00:20"), null, null, "r1"));
        return new Replay(
                "example",
                agreement,
                new ClauseTexts(agreement, Map.of()),
                now,
                now,
                verdicts,
                List.of(),
                Optional.of(new Replay.Earlier(at("2015-02-15 20:00"), at("2015-02-15 20:00"), earlier)),
                List.of(new Replay.SourceFile("reports.csv", "reports.mapping.md")),
                new Replay.Intake(
                        116,
                        98,
                        98,
                        Map.of("words, not acts", 12L, "no place", 4L),
                        Map.of("sighting", 2L),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of("delivery"),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of()),
                List.of(),
                Map.of(),
                Set.of("attack", "warn", "assist"),
                Ahead.none(now),
                new Replay.Asked(List.of(), List.of(), List.of(), List.of()),
                new CitedRecords(records(), now),
                new Receipt(DIGEST, List.of(new Receipt.Digest("reports.csv", DIGEST)), now, now, "0.1.0"),
                Optional.empty());
    }
}
