package holdfast.readiness.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.ledger.Pledge.Standing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promises that hang on something, cases that several give together, so much a month, and needs of one thing for several days. */
class OnConditionAndTogetherTest {
    private static final Agreement AGREEMENT = AgreementReader.read(
                    "harbour.md", """
                    ## Article 1
                    ```holdfast
                    time zone UTC
                    party Harbour
                    guarantor North, South, East
                    event need(by: party, item: text, quantity: number, due: date, priority: number)
                    event offer(by: party, item: text, quantity: number, condition: text)
                    event pledge(by: party, item: text, quantity: number, due: date, case: text, condition: text,
                      share: number, period: text, unit: text, amount: number, currency: text)
                    event order(by: party, item: text, quantity: number, condition: text, amount: number, currency: text)
                    event arrival(by: party, from: party, item: text, quantity: number, case: text)
                    event consent(by: party, condition: text)
                    readiness: need is needed, offer is offered, pledge is pledged, order is contracted,
                      arrival is received, consent is met
                    1.1  on pledge(by G, item I, quantity Q, due D), G must have arrival(from G, item I) totalling Q by D
                    ```
                    """.getBytes(StandardCharsets.UTF_8), f -> Optional.empty())
            .agreement()
            .orElseThrow();

    private final GiftRecords records = new GiftRecords();
    private ItemList items = ItemList.NONE;

    /** @param values names and values in turn */
    private void told(String id, String source, String day, String event, Object... values) {
        records.told(id, source, day, event, Optional.empty(), values);
    }

    private Ledger on(String day) {
        return on(day, day, Optional.empty());
    }

    private Ledger on(String today, String on, Optional<String> without) {
        return GiftRecords.ledger(AGREEMENT, records.all, today, on, without, items);
    }

    private static ItemRow row(Ledger ledger) {
        return ledger.items().getFirst();
    }

    private static void is(BigDecimal number, int expected) {
        assertThat(number).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    private static List<String> words(List<Remark> remarks) {
        return remarks.stream().map(Remark::what).toList();
    }

    @Test
    void whatWaitsForAConditionIsNotCountedUponUntilItIsMet() {
        told("n", "Harbour", "2030-01-01", "need", "by", "Harbour", "item", "tug", "quantity", 9, "due", "2030-06-01");
        told(
                "p",
                "North",
                "2030-01-02",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                4,
                "due",
                "2030-03-01",
                "condition",
                "consent of East");
        Ledger before = on("2030-02-01");
        assertThat(before.pledges().getFirst().standing()).isEqualTo(Standing.WAITS);
        is(row(before).promised(), 0);
        is(row(before).waiting(), 4);
        is(row(before).missing().orElseThrow(), 9);
        is(row(before).notOffered(), 5);
        assertThat(on("2030-04-01").late()).as("what waits owes nothing").isEmpty();

        told("c", "East", "2030-02-10", "consent", "by", "East", "condition", "Consent  of East");
        Ledger after = on("2030-02-20");
        assertThat(after.waiting()).isEmpty();
        is(row(after).promised(), 4);
        assertThat(on("2030-03-31").late().getFirst().daysLate()).isEqualTo(30);
    }

    @Test
    void aDayThatPassedWhileItWaitedIsNoDayAnyMore() {
        told(
                "p",
                "North",
                "2030-01-02",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                4,
                "due",
                "2030-03-01",
                "condition",
                "budget of 2030");
        told("c", "North", "2030-03-05", "consent", "by", "North", "condition", "budget of 2030");
        Ledger ledger = on("2030-04-01");
        assertThat(ledger.late()).isEmpty();
        assertThat(ledger.pledges().getFirst().standing()).isEqualTo(Standing.WITHOUT_DATE);
    }

    @Test
    void aCaseThatWaitsForAnotherIsFreeOnceAllOfThatHasCome() {
        told(
                "a",
                "North",
                "2030-01-02",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                4,
                "case",
                "A",
                "condition",
                "case B");
        told("b", "South", "2030-01-02", "pledge", "by", "South", "item", "pump", "quantity", 3, "case", "B");
        told("b1", "Harbour", "2030-01-10", "arrival", "by", "Harbour", "from", "South", "item", "pump", "quantity", 2);
        assertThat(on("2030-01-11").waiting()).hasSize(1);
        told("b2", "Harbour", "2030-01-12", "arrival", "by", "Harbour", "from", "South", "item", "pump", "quantity", 1);
        assertThat(on("2030-01-13").waiting()).isEmpty();
        assertThat(on("2030-01-13").impossible()).isEmpty();
    }

    @Test
    void casesThatWaitForOneAnotherAreToldOnceWithTheirRecords() {
        told(
                "a",
                "North",
                "2030-01-02",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                4,
                "case",
                "A",
                "condition",
                "case C");
        told(
                "b",
                "South",
                "2030-01-02",
                "pledge",
                "by",
                "South",
                "item",
                "pump",
                "quantity",
                3,
                "case",
                "B",
                "condition",
                "case A");
        told(
                "c",
                "East",
                "2030-01-02",
                "pledge",
                "by",
                "East",
                "item",
                "rope",
                "quantity",
                3,
                "case",
                "C",
                "condition",
                "case B");
        told(
                "d",
                "East",
                "2030-01-02",
                "pledge",
                "by",
                "East",
                "item",
                "rope",
                "quantity",
                3,
                "case",
                "D",
                "condition",
                "case Z");
        List<Remark> said = on("2030-01-10").impossible();
        assertThat(said).hasSize(2);
        assertThat(said.getFirst().records()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(said.getFirst().attribute()).isEqualTo("condition");
        assertThat(said.getFirst().what())
                .contains(
                        "no one can come first",
                        "case A of North waits for case C",
                        "case B of South waits for case A");
        assertThat(said.getLast().what()).contains("nothing is promised of such a case");
    }

    @Test
    void moneyOnAConditionIsIntendedAndNotFirm() {
        told(
                "o",
                "North",
                "2030-01-02",
                "order",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                4,
                "condition",
                "ratification",
                "amount",
                100,
                "currency",
                "THL");
        is(on("2030-01-03").money().getFirst().firm(), 0);
        is(row(on("2030-01-03")).underWay(), 0);
        told("c", "North", "2030-01-05", "consent", "by", "North", "condition", "ratification");
        is(on("2030-01-05").money().getFirst().firm(), 100);
        is(row(on("2030-01-05")).underWay(), 4);
    }

    @Test
    void sharesOfOneCaseAreOneCase() {
        told(
                "p",
                "North",
                "2030-01-02",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                10,
                "case",
                "T1",
                "share",
                60);
        told(
                "q",
                "South",
                "2030-01-02",
                "pledge",
                "by",
                "South",
                "item",
                "tug",
                "quantity",
                10,
                "case",
                "T1",
                "share",
                30);
        Ledger ledger = on("2030-01-10");
        assertThat(ledger.doubles()).isEmpty();
        is(row(ledger).promised(), 9);
        is(ledger.shared().getFirst().open(), 10);
        told(
                "r",
                "Harbour",
                "2030-01-12",
                "arrival",
                "by",
                "Harbour",
                "from",
                "North",
                "item",
                "tug",
                "quantity",
                9,
                "case",
                "T1");
        assertThat(on("2030-01-12").pledges()).allMatch(p -> p.standing() == Standing.KEPT);
        assertThat(on("2030-01-12").beyond()).isEmpty();
        told(
                "s",
                "East",
                "2030-01-13",
                "pledge",
                "by",
                "East",
                "item",
                "tug",
                "quantity",
                12,
                "case",
                "T1",
                "share",
                20);
        assertThat(words(on("2030-01-14").impossible()))
                .anyMatch(w -> w.contains("the shares are 110 % together"))
                .anyMatch(w -> w.contains("different quantities of the whole"));
    }

    @Test
    void withoutSharesTwoPayersOfOneCaseAreToldAndWhatWouldBeMissing() {
        told("n", "Harbour", "2030-01-01", "need", "by", "Harbour", "item", "tug", "quantity", 12, "due", "2030-06-01");
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "tug", "quantity", 6, "case", "T1");
        told("q", "South", "2030-01-02", "pledge", "by", "South", "item", "tug", "quantity", 5, "case", "T1");
        Ledger ledger = on("2030-01-10");
        is(row(ledger).missing().orElseThrow(), 1);
        is(ledger.doubles().getFirst().missing().orElseThrow(), 6);
    }

    @Test
    void soMuchAMonthIsInNoSumAndIsHeldAgainstTheTotalOfTheSame() {
        items = ItemList.parse("list.md", """
                ```items
                item "shells" in tonnes
                1 kt is 1000 tonnes
                ```
                """.getBytes(StandardCharsets.UTF_8))
                .items()
                .orElseThrow();
        told("a", "North", "2030-01-01", "pledge", "by", "North", "item", "shells", "quantity", 18, "period", "month");
        told(
                "b",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "shells",
                "quantity",
                220_000,
                "due",
                "2030-12-31");
        told(
                "c",
                "South",
                "2030-01-01",
                "pledge",
                "by",
                "South",
                "item",
                "shells",
                "quantity",
                18,
                "period",
                "a month");
        told(
                "d",
                "South",
                "2030-01-01",
                "pledge",
                "by",
                "South",
                "item",
                "shells",
                "quantity",
                216,
                "due",
                "2030-12-31");
        told(
                "e",
                "East",
                "2030-01-01",
                "pledge",
                "by",
                "East",
                "item",
                "shells",
                "quantity",
                1,
                "unit",
                "kt",
                "period",
                "year");
        told("f", "East", "2030-01-01", "pledge", "by", "East", "item", "shells", "quantity", 83, "period", "monthly");
        told("g", "East", "2030-01-01", "pledge", "by", "East", "item", "shells", "quantity", 83, "period", "moon");
        Ledger ledger = on("2030-01-10");
        is(row(ledger).promised(), 220_216);
        assertThat(ledger.rates()).hasSize(4);
        assertThat(words(ledger.impossible()))
                .singleElement()
                .asString()
                .contains("North", "18 tonnes a month", "220000 tonnes in all", "times as much");
        assertThat(ledger.setAside().getFirst().attribute()).isEqualTo("period");
    }

    @Test
    void eachNeedHasItsDayAndTheUrgentOneIsMetFirst() {
        told(
                "late",
                "Harbour",
                "2030-01-01",
                "need",
                "by",
                "Harbour",
                "item",
                "tug",
                "quantity",
                5,
                "due",
                "2030-06-01",
                "priority",
                2);
        told(
                "soon",
                "Harbour",
                "2030-01-01",
                "need",
                "by",
                "Harbour",
                "item",
                "tug",
                "quantity",
                4,
                "due",
                "2030-03-01",
                "priority",
                1);
        told("some", "Harbour", "2030-01-01", "need", "by", "Harbour", "item", "tug", "quantity", 2);
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "tug", "quantity", 3, "due", "2030-02-01");
        told("q", "South", "2030-01-02", "pledge", "by", "South", "item", "tug", "quantity", 5, "due", "2030-05-01");
        Ledger ledger = on("2030-01-10");
        assertThat(ledger.needs())
                .extracting(n -> n.need().records().getFirst())
                .containsExactly("soon", "late", "some");
        assertThat(ledger.needs()).extracting(n -> n.lacking().intValue()).containsExactly(1, 0, 2);
        assertThat(ledger.needs()).extracting(n -> n.open().intValue()).containsExactly(0, 1, 2);
        Ledger.Lack march =
                on("2030-01-10", "2030-03-01", Optional.empty()).onTheDay().getFirst();
        is(march.wanted(), 6);
        is(march.lacking(), 3);
    }

    @Test
    void aPromiseThatNamesNoDayStartsNothingInAClauseThatAsksForOneAndThatIsSaid() {
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "tug", "quantity", 3);
        told("q", "North", "2030-01-02", "pledge", "by", "North", "item", "tug", "quantity", 3, "due", "2030-05-01");
        assertThat(on("2030-01-10").asWritten()).singleElement().satisfies(r -> {
            assertThat(r.records()).containsExactly("p");
            assertThat(r.attribute()).isEqualTo("due");
            assertThat(r.what()).contains("1 of 2 records of `pledge` name no `due`", "1.1", "a replay says nothing");
        });
    }

    @Test
    void withoutAGiverOnADayIsWhatTheOthersBring() {
        told("p", "North", "2030-01-02", "pledge", "by", "North", "item", "tug", "quantity", 3, "due", "2030-02-01");
        told("q", "South", "2030-01-02", "pledge", "by", "South", "item", "tug", "quantity", 5, "due", "2030-05-01");
        Ledger ledger = on("2030-01-10", "2030-03-01", Optional.of("North"));
        is(row(ledger).expected().orElseThrow(), 3);
        is(ledger.without().orElseThrow().lines().getFirst().expected().orElseThrow(), 0);
    }

    @Test
    void moneyIsAddedUpInOneCurrencyWhereTheListSaysSoAndWithoutARateItIsNotCounted() {
        items = ItemList.parse("list.md", """
                ```items
                item "tug"
                money in EUR
                1 THL is 0.5 EUR
                ```
                """.getBytes(StandardCharsets.UTF_8))
                .items()
                .orElseThrow();
        told(
                "a",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                1,
                "amount",
                100,
                "currency",
                "thl");
        told(
                "b",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                1,
                "amount",
                30,
                "currency",
                "EUR");
        told(
                "c",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "tug",
                "quantity",
                1,
                "amount",
                30,
                "currency",
                "XPF");
        Ledger ledger = on("2030-01-10");
        is(ledger.money().getFirst().intended(), 80);
        assertThat(ledger.setAside()).singleElement().satisfies(s -> {
            assertThat(s.attribute()).isEqualTo("currency");
            assertThat(s.why()).isEqualTo("“XPF” has no rate to EUR");
            assertThat(s.mend()).contains("`1 XPF is");
        });
    }

    @Test
    void aQuantityInAnotherUnitCountsTheSameAndThatAReplayReadsItOtherwiseIsSaid() {
        items = ItemList.parse("list.md", """
                ```items
                item "grain" in kg, also "wheat"
                1 tonne is 1000 kg
                ```
                """.getBytes(StandardCharsets.UTF_8))
                .items()
                .orElseThrow();
        told(
                "a",
                "North",
                "2030-01-01",
                "pledge",
                "by",
                "North",
                "item",
                "grain",
                "quantity",
                2,
                "unit",
                "Tonne",
                "due",
                "2030-05-01");
        is(row(on("2030-01-10")).promised(), 2000);
        assertThat(on("2030-01-10").asWritten()).singleElement().satisfies(r -> {
            assertThat(r.records()).containsExactly("a");
            assertThat(r.what()).contains("1.1");
        });
    }

    /** Of any records: what is said to be there, under way, promised, waiting and missing hangs on no order, and a condition that is met changes nothing but what waited. */
    @Test
    void metConditionsOnlyMoveWhatWaitedIntoWhatIsPromised() {
        for (int seed = 0; seed < 60; seed++) {
            records.all.clear();
            Random dice = new Random(seed);
            List<String> givers = List.of("North", "South", "East");
            for (int i = 0; i < 8; i++) {
                String giver = givers.get(dice.nextInt(3));
                String day = "2030-01-0" + (1 + dice.nextInt(9));
                if (dice.nextInt(3) > 0) {
                    told(
                            "p" + i,
                            giver,
                            day,
                            "pledge",
                            "by",
                            giver,
                            "item",
                            "tug",
                            "quantity",
                            1 + dice.nextInt(5),
                            "condition",
                            "word " + dice.nextInt(3));
                } else {
                    told(
                            "a" + i,
                            "Harbour",
                            day,
                            "arrival",
                            "by",
                            "Harbour",
                            "from",
                            giver,
                            "item",
                            "tug",
                            "quantity",
                            1 + dice.nextInt(5));
                }
            }
            Ledger waits = on("2030-02-01");
            Collections.shuffle(records.all, dice);
            assertThat(on("2030-02-01").items()).isEqualTo(waits.items());
            for (int i = 0; i < 3; i++) {
                told("m" + i, "East", "2030-01-10", "consent", "by", "East", "condition", "WORD " + i);
            }
            Ledger free = on("2030-02-01");
            assertThat(free.waiting()).isEmpty();
            if (!waits.items().isEmpty()) {
                is(row(free).there(), row(waits).there().intValue());
                is(
                        row(free).promised(),
                        row(waits).promised().add(row(waits).waiting()).intValue());
            }
        }
    }
}
