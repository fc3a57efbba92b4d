package holdfast.readiness.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.SetAside;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is on record of gifts to a town, and what follows of it. */
class GiftsToATownTest {
    private static final String TEXT = """
            ## Article 1
            ```holdfast
            time zone UTC
            party Town
            guarantor North, South, East
            body Bench of Town, North, decides by consensus
            event need(by: party, item: text, quantity: number, due: date, priority: number)
            event offer(by: party, item: text, quantity: number)
            event pledge(by: party, item: text, quantity: number, due: date, case: text)
            event order(by: party, item: text, quantity: number)
            event arrival(by: party, from: party, item: text, quantity: number, case: text)
            event fielding(by: party, item: text, quantity: number)
            event loss(by: party, item: text, quantity: number)
            event give_back(by: party, to: party, item: text, quantity: number)
            readiness: need is needed, offer is offered, pledge is pledged, order is contracted, arrival is received,
              fielding is in service, loss is lost, give_back is returned
            define too_many(by P) as sum of quantity in fielding(by P, item "ladder") at least 10
            1.1  Town must have fielding(item "pump") totalling 8 by 2030-06-30
            1.2  Town must not too_many
            ```
            """;

    private static final Agreement AGREEMENT = AgreementReader.read(
                    "town.md", TEXT.getBytes(StandardCharsets.UTF_8), f -> Optional.empty())
            .agreement()
            .orElseThrow();

    private final GiftRecords records = new GiftRecords();

    /** @param values names and values in turn */
    private GiftsToATownTest told(String id, String source, String day, String event, Object... values) {
        return told(id, source, day, event, Optional.empty(), values);
    }

    private GiftsToATownTest told(
            String id, String source, String day, String event, Optional<String> incident, Object... values) {
        records.told(id, source, day, event, incident, values);
        return this;
    }

    private Ledger on(String day) {
        return ledger(records.all, day, day, Optional.empty(), ItemList.NONE);
    }

    private static Ledger ledger(
            List<Record> records, String today, String on, Optional<String> without, ItemList items) {
        return GiftRecords.ledger(AGREEMENT, records, today, on, without, items);
    }

    private static ItemRow row(Ledger ledger, String item) {
        return ledger.items().stream()
                .filter(i -> i.item().name().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static void is(BigDecimal number, int expected) {
        assertThat(number).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @Test
    void whatIsThereUnderWayPromisedAndMissingMakesUpWhatIsNeeded() {
        told("n", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 20, "due", "2030-05-01");
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "pump", "quantity", 9, "due", "2030-03-01");
        told("o", "North", "2030-01-03", "order", "by", "North", "item", "pump", "quantity", 6);
        told("a", "Town", "2030-01-04", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 4);
        told("f", "Town", "2030-01-05", "fielding", "by", "Town", "item", "pump", "quantity", 3);
        told("l", "Town", "2030-01-06", "loss", "by", "Town", "item", "pump", "quantity", 1);
        ItemRow pump = row(on("2030-02-01"), "pump");
        is(pump.target().orElseThrow(), 20);
        is(pump.there(), 2);
        // One arrived and is not in service; two are ordered beyond those that arrived.
        is(pump.underWay(), 3);
        is(pump.promised(), 3);
        is(pump.missing().orElseThrow(), 12);
        assertThat(pump.neededBy()).contains(LocalDate.parse("2030-05-01"));
    }

    @Test
    void aPromiseIsKeptLateOpenOrWithoutADate() {
        told("p1", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 4, "due", "2030-01-10");
        told("p2", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 4, "due", "2030-01-20");
        told("p3", "South", "2030-01-01", "pledge", "by", "South", "item", "pump", "quantity", 1, "due", "2030-09-01");
        told("p4", "East", "2030-01-01", "pledge", "by", "East", "item", "pump", "quantity", 1);
        told("a1", "Town", "2030-01-09", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 3);
        told("a2", "Town", "2030-01-13", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 2);
        Ledger ledger = on("2030-01-25");
        assertThat(ledger.pledges())
                .extracting(Pledge::standing)
                .containsExactly(
                        Pledge.Standing.KEPT,
                        Pledge.Standing.LATE,
                        Pledge.Standing.NOT_DUE_YET,
                        Pledge.Standing.WITHOUT_DATE);
        Pledge kept = ledger.pledges().getFirst();
        assertThat(kept.keptOn()).contains(LocalDate.parse("2030-01-13"));
        assertThat(kept.daysLate()).isEqualTo(3);
        Pledge late = ledger.late().getFirst();
        is(late.open(), 3);
        assertThat(late.daysLate()).isEqualTo(5);
    }

    @Test
    void onItsLastDayAPromiseIsNotLate() {
        told("p", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 4, "due", "2030-01-10");
        assertThat(on("2030-01-10").late()).isEmpty();
        assertThat(on("2030-01-11").late()).singleElement().matches(p -> p.daysLate() == 1);
    }

    @Test
    void aDeliveryOfACaseKeepsThePromiseOfThatCase() {
        told(
                "p1",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "pump",
                "quantity",
                2,
                "due",
                "2030-01-10",
                "case",
                "A");
        told(
                "p2",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "pump",
                "quantity",
                2,
                "due",
                "2030-01-20",
                "case",
                "B");
        told(
                "a",
                "Town",
                "2030-01-05",
                "arrival",
                "by",
                "Town",
                "from",
                "North",
                "item",
                "pump",
                "quantity",
                2,
                "case",
                "B");
        assertThat(on("2030-01-15").pledges())
                .extracting(Pledge::standing)
                .containsExactly(Pledge.Standing.LATE, Pledge.Standing.KEPT);
    }

    @Test
    void whatComesBeyondAPromiseOrWithoutOneIsSaid() {
        told("p", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 2, "due", "2030-01-10");
        told("a", "Town", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 3);
        told("b", "Town", "2030-01-05", "arrival", "by", "Town", "from", "East", "item", "pump", "quantity", 1);
        told("c", "Town", "2030-01-06", "arrival", "by", "Town", "item", "pump", "quantity", 1);
        assertThat(on("2030-01-15").beyond())
                .extracting(Remark::what)
                .containsExactly(
                        "1 pump from North beyond what was promised",
                        "1 pump from East without a promise on record",
                        "1 pump from nobody named: that keeps no promise");
    }

    @Test
    void aDeliveryBeforeThePromiseDoesNotKeepIt() {
        told("a", "Town", "2030-01-01", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 2);
        told("p", "North", "2030-01-05", "pledge", "by", "North", "item", "pump", "quantity", 2, "due", "2030-02-10");
        Ledger ledger = on("2030-01-15");
        is(ledger.pledges().getFirst().open(), 2);
        is(row(ledger, "pump").promised(), 2);
    }

    @Test
    void giverAndReceiverWhoTellOfTheSameAreCountedOnceAndCompared() {
        told(
                "a",
                "North",
                "2030-01-05",
                "arrival",
                Optional.of("convoy"),
                "by",
                "Town",
                "from",
                "North",
                "item",
                "pump",
                "quantity",
                5);
        told(
                "b",
                "Town",
                "2030-01-05",
                "arrival",
                Optional.of("convoy"),
                "by",
                "Town",
                "from",
                "North",
                "item",
                "pump",
                "quantity",
                4);
        Ledger ledger = on("2030-01-15");
        assertThat(ledger.entries()).hasSize(1).first().matches(Entry::confirmed);
        is(ledger.entries().getFirst().quantity(), 4);
        assertThat(ledger.differing())
                .singleElement()
                .extracting(Remark::records)
                .asString()
                .contains("a", "b");
    }

    @Test
    void whatOnlyTheGiverSaysIsConfirmedByNobodyElseUntilABodyFindsIt() {
        told("a", "North", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 5);
        assertThat(on("2030-01-15").unconfirmed()).hasSize(1);
        records.all.add(new Record.Finding(
                "f",
                GiftRecords.at("2030-01-06"),
                "Bench",
                Optional.empty(),
                Time.at(GiftRecords.at("2030-01-06")),
                Optional.of("a"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Record.Finding.CONFIRMED));
        assertThat(on("2030-01-15").unconfirmed()).isEmpty();
    }

    @Test
    void whatWasRefutedOrWithdrawnIsNotThere() {
        told("a", "North", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 5);
        told("p", "North", "2030-01-05", "pledge", "by", "North", "item", "pump", "quantity", 5);
        records.all.add(new Record.Finding(
                "f",
                GiftRecords.at("2030-01-06"),
                "Bench",
                Optional.empty(),
                Time.at(GiftRecords.at("2030-01-06")),
                Optional.of("a"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Record.Finding.REFUTED));
        records.all.add(new Record.Withdrawal("w", GiftRecords.at("2030-01-07"), "North", "p"));
        assertThat(on("2030-01-15").entries()).isEmpty();
        assertThat(on("2030-01-15").setAside()).isEmpty();
    }

    @Test
    void twoGiversOfOneCaseMayBeCountedTwice() {
        told("p1", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 4, "case", "K");
        told("p2", "South", "2030-01-01", "pledge", "by", "South", "item", "pump", "quantity", 4, "case", "K");
        told("p3", "South", "2030-01-01", "pledge", "by", "South", "item", "hose", "quantity", 4, "case", "K");
        assertThat(on("2030-01-15").doubles()).singleElement().satisfies(d -> {
            assertThat(d.givers()).containsOnlyKeys("North", "South");
            assertThat(d.records()).containsExactly("p1", "p2");
        });
    }

    @Test
    void whatNobodyOffersIsInTheOrderOfUrgency() {
        told("n1", "Town", "2030-01-01", "need", "by", "Town", "item", "hose", "quantity", 5, "priority", 2);
        told("n2", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 5, "priority", 1);
        told("n3", "Town", "2030-01-01", "need", "by", "Town", "item", "rope", "quantity", 5, "priority", 1);
        told("o", "East", "2030-01-01", "offer", "by", "East", "item", "rope", "quantity", 5);
        assertThat(on("2030-01-15").notOffered())
                .extracting(r -> r.item().name())
                .containsExactly("pump", "hose");
    }

    @Test
    void oneGiversPromiseTakesNothingOfAnothersOffer() {
        told("n", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 10);
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "pump", "quantity", 5);
        told("o", "East", "2030-01-03", "offer", "by", "East", "item", "pump", "quantity", 5);
        assertThat(on("2030-01-15").notOffered()).isEmpty();
    }

    @Test
    void aPromiseFromBeforeAnOfferTakesNothingOfIt() {
        told("n", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 10);
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "pump", "quantity", 5);
        told("o", "North", "2030-01-03", "offer", "by", "North", "item", "pump", "quantity", 5);
        assertThat(on("2030-01-15").notOffered()).isEmpty();
    }

    @Test
    void whoKeepsAPromiseDoesNotMakeWhatIsExpectedLess() {
        told("p", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 8, "due", "2030-03-01");
        Ledger before = ledger(records.all, "2030-01-10", "2030-04-01", Optional.empty(), ItemList.NONE);
        told("a", "Town", "2030-01-12", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 8);
        Ledger after = ledger(records.all, "2030-01-15", "2030-04-01", Optional.empty(), ItemList.NONE);
        is(row(before, "pump").expected().orElseThrow(), 8);
        is(row(after, "pump").expected().orElseThrow(), 8);
    }

    @Test
    void whatFallsAwayWithoutAGiverIsWhatHasNotComeFromIt() {
        told("n", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 10);
        told("p1", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 6);
        told("p2", "South", "2030-01-01", "pledge", "by", "South", "item", "pump", "quantity", 2);
        told("a", "Town", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 1);
        Ledger ledger = ledger(records.all, "2030-01-15", "2030-01-15", Optional.of("South"), ItemList.NONE);
        assertThat(ledger.heaviest()).map(FallsAway::giver).contains("North");
        FallsAway.Line north = ledger.heaviest().orElseThrow().lines().getFirst();
        is(north.quantity(), 5);
        is(north.of(), 7);
        is(north.missing().orElseThrow(), 7);
        is(ledger.without().orElseThrow().lines().getFirst().quantity(), 2);
    }

    @Test
    void aClauseThatDemandsATotalIsAGoalAndOneThatForbidsItALimit() {
        told("f1", "Town", "2030-01-05", "fielding", "by", "Town", "item", "pump", "quantity", 2);
        told("f2", "Town", "2030-01-05", "fielding", "by", "Town", "item", "ladder", "quantity", 7);
        told("p1", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 3, "due", "2030-06-30");
        told("p2", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 3, "due", "2030-07-01");
        List<Goal> goals = on("2030-01-15").goals();
        assertThat(goals).extracting(Goal::clause).containsExactly("1.1", "1.2");
        Goal floor = goals.get(0);
        assertThat(floor.kind()).isEqualTo(Goal.Kind.AT_LEAST);
        assertThat(floor.by()).contains(LocalDate.parse("2030-06-30"));
        is(floor.reached(), 2);
        is(floor.promised(), 3);
        is(floor.later(), 3);
        is(floor.missing(), 3);
        Goal ceiling = goals.get(1);
        assertThat(ceiling.kind()).isEqualTo(Goal.Kind.FEWER_THAN);
        is(ceiling.quantity(), 10);
        is(ceiling.reached(), 7);
    }

    @Test
    void aLaterDayIsAskedForWhatIsToBeExpected() {
        told("a", "Town", "2030-01-02", "fielding", "by", "Town", "item", "pump", "quantity", 2);
        told("p1", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 3, "due", "2030-03-01");
        told("p2", "North", "2030-01-01", "pledge", "by", "North", "item", "pump", "quantity", 5, "due", "2030-05-01");
        told("p3", "South", "2030-01-01", "pledge", "by", "South", "item", "pump", "quantity", 9, "due", "2030-01-05");
        Ledger ledger = ledger(records.all, "2030-01-15", "2030-04-01", Optional.empty(), ItemList.NONE);
        assertThat(ledger.looksAhead()).isTrue();
        // What is late already is not expected.
        is(row(ledger, "pump").expected().orElseThrow(), 5);
    }

    @Test
    void whatIsToldTwiceOfOneDayIsSaidAndStaysCounted() {
        told("a1", "Town", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 4);
        told("a2", "Town", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 4);
        told("a3", "Town", "2030-01-06", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 4);
        assertThat(on("2030-01-15").impossible()).singleElement().satisfies(r -> {
            assertThat(r.records()).containsExactly("a1", "a2");
            assertThat(r.what()).startsWith("told 2 times, of the same day: 4 pump received");
        });
    }

    @Test
    void whatCannotBeCountedIsSetAsideWithTheReason() {
        told("a", "Town", "2030-01-05", "pledge", "by", "North", "item", "pump", "quantity", -3);
        told("b", "Town", "2030-01-05", "pledge", "by", "North", "item", "pump");
        told("c", "Town", "2030-01-05", "pledge", "by", "North", "quantity", 3);
        assertThat(on("2030-01-15").setAside())
                .extracting(SetAside::why)
                .containsExactly("its quantity is -3", "it says no quantity", "it says no item");
    }

    @Test
    void moreReturnedThanHadComeIsSaid() {
        told("a", "Town", "2030-01-05", "arrival", "by", "Town", "from", "North", "item", "pump", "quantity", 1);
        told("r", "Town", "2030-01-06", "give_back", "by", "Town", "to", "North", "item", "pump", "quantity", 3);
        Ledger ledger = on("2030-01-15");
        assertThat(ledger.impossible())
                .containsExactly(new Remark(List.of("r"), "", "3 pump returned, and only 1 had come"));
        is(row(ledger, "pump").there(), 0);
    }

    @Test
    void whatIsSpareMayStandInAndIsNotCountedSo() {
        ItemList list = ItemList.parse(
                        "items.md",
                        "```items\nitem \"pump\"\nitem \"bucket\"\n4 \"bucket\" stand in for 1 \"pump\"\n```"
                                .getBytes(StandardCharsets.UTF_8))
                .items()
                .orElseThrow();
        told("n", "Town", "2030-01-01", "need", "by", "Town", "item", "pump", "quantity", 5);
        told("f", "Town", "2030-01-02", "fielding", "by", "Town", "item", "bucket", "quantity", 9);
        Ledger ledger = ledger(records.all, "2030-01-15", "2030-01-15", Optional.empty(), list);
        is(ledger.standingIn().getFirst().covers(), 2);
        is(row(ledger, "pump").missing().orElseThrow(), 5);
    }

    @Test
    void theOrderOfTheRecordsDecidesNothing() {
        whatIsThereUnderWayPromisedAndMissingMakesUpWhatIsNeeded();
        records.all.clear();
        Random random = new Random(7);
        String[] givers = {"North", "South", "East"};
        for (int i = 0; i < 60; i++) {
            String giver = givers[random.nextInt(3)];
            String day =
                    LocalDate.parse("2030-01-01").plusDays(random.nextInt(40)).toString();
            if (random.nextBoolean()) {
                told(
                        "r" + i,
                        giver,
                        day,
                        "pledge",
                        "by",
                        giver,
                        "item",
                        "pump",
                        "quantity",
                        1 + random.nextInt(9),
                        "due",
                        "2030-02-01");
            } else {
                told(
                        "r" + i,
                        "Town",
                        day,
                        "arrival",
                        "by",
                        "Town",
                        "from",
                        giver,
                        "item",
                        "pump",
                        "quantity",
                        1 + random.nextInt(9));
            }
        }
        Ledger first = on("2030-03-01");
        for (int i = 0; i < 20; i++) {
            List<Record> shuffled = new ArrayList<>(records.all);
            Collections.shuffle(shuffled, random);
            assertThat(ledger(shuffled, "2030-03-01", "2030-03-01", Optional.empty(), ItemList.NONE))
                    .isEqualTo(first);
        }
    }

    @Test
    void nothingIsCountedForTwoPromisesAndNothingIsLost() {
        theOrderOfTheRecordsDecidesNothing();
        Ledger ledger = on("2030-03-01");
        BigDecimal kept = ledger.pledges().stream().map(Pledge::delivered).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal arrived = row(ledger, "pump").total(holdfast.language.model.Step.Stage.RECEIVED);
        BigDecimal beyond = ledger.beyond().stream()
                .map(r -> new BigDecimal(r.what().substring(0, r.what().indexOf(' '))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(kept.add(beyond)).isEqualByComparingTo(arrived);
    }
}
