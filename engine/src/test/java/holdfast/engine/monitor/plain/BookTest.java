package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final String TEXT = """
            event meets(by: party, with: party, pier: number)
            event docks(by: party, pier: number)
            1.1  on meets(by B, pier P), B must docks(by B, pier P) within 3 hours
            """;

    private final Book book = new Book(Ferries.agreement(TEXT));

    private static Record.Observation meets(String id, Map<String, Value> values) {
        return new Record.Observation(
                id, 9, "press", Optional.empty(), "meets", Time.at(7), values, Basis.TOLD, Optional.empty());
    }

    private Table table() {
        Table table = book.table("meets");
        assertThat(table).isNotNull();
        return table;
    }

    @Test
    void a_row_and_its_table_stand_in_one_number() {
        Random random = new Random(32);
        for (int i = 0; i < 1_000; i++) {
            Table table = book.tables[random.nextInt(book.tables.length)];
            int row = random.nextInt(1 << 24);
            int ref = book.ref(table, row);
            assertThat(book.tableOf(ref)).isSameAs(table);
            assertThat(book.rowOf(ref)).isEqualTo(row);
        }
        assertThat(book.table("docks").event.name()).isEqualTo("docks");
        assertThat(book.table("never declared")).isNull();
    }

    @Test
    void a_record_fits_if_its_values_are_of_the_types_declared() {
        Value isle = new Value.Actor("Isle");
        assertThat(Book.fits(meets("e1", Map.of()), table())).isTrue();
        assertThat(Book.fits(meets("e1", Map.of("by", isle, "pier", Value.Number.of(1))), table()))
                .isTrue();
        assertThat(Book.fits(meets("e1", Map.of("by", isle, "pier", new Value.Text("1"))), table()))
                .isFalse();
        assertThat(Book.fits(meets("e1", Map.of("by", new Value.Text("Isle"))), table()))
                .isFalse();
    }

    @Test
    void where_one_party_is_nobody_and_another_is_not_named_a_row_would_say_less() {
        assertThat(Book.fits(meets("e1", Map.of("by", Value.UNATTRIBUTED)), table()))
                .isFalse();
        assertThat(Book.fits(meets("e1", Map.of("with", Value.UNATTRIBUTED)), table()))
                .isFalse();
        assertThat(Book.fits(meets("e1", Map.of("by", Value.UNATTRIBUTED, "with", Value.UNATTRIBUTED)), table()))
                .isTrue();
        assertThat(Book.fits(meets("e1", Map.of("by", Value.UNATTRIBUTED, "with", new Value.Actor("Isle"))), table()))
                .isTrue();
    }

    @Test
    void of_one_instant_records_are_in_the_order_of_their_ids_as_texts() {
        List<String> ids = List.of("e10", "e2", "e9", "f1", "no number", "e1");
        for (String id : ids) {
            Identities.Series series = book.identities.read(id);
            Record.Observation met = meets(id, Map.of());
            book.append(table(), met, series.beginning, book.identities.number, book.codesOf(met, table()));
        }
        for (int a = 0; a < ids.size(); a++) {
            for (int b = 0; b < ids.size(); b++) {
                assertThat(Integer.signum(book.compareIds(table(), a, b)))
                        .isEqualTo(Integer.signum(ids.get(a).compareTo(ids.get(b))));
            }
        }
    }

    @Test
    void every_record_comes_back_as_it_was_given() {
        for (int seed = 0; seed < 6; seed++) {
            Telltale tale = new Telltale(
                    seed,
                    Ferries.agreement(FerryTexts.EVENTS
                            + "1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours\n"),
                    seed % 3 * 0.1);
            FirstTier tier = FirstTier.of(Ferries.program(FerryTexts.EVENTS
                            + "1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours\n"))
                    .orElseThrow();
            Set<Record> taken = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                Record record = tale.next();
                tier.accept(record);
                taken.add(record);
                if (i % 10 == 0) {
                    tier.advanceTo(tale.clock());
                }
            }
            List<Record> back = new ArrayList<>();
            tier.forEachRecord(back::add);
            assertThat(back).containsExactlyInAnyOrderElementsOf(taken);
            tier.begin();
            tier.forEachRecord(record -> assertThat(record).isNull());
        }
    }

    /** Whoever quotes a record wants it with all that is said of it. */
    @Test
    void records_are_found_by_id_and_event_with_all_that_speaks_of_others() {
        String text = FerryTexts.EVENTS + "1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours\n";
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Telltale tale = new Telltale(seed, Ferries.agreement(text), seed % 3 * 0.1);
            FirstTier tier = FirstTier.of(Ferries.program(text)).orElseThrow();
            List<Record> taken = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                taken.add(tale.next());
                tier.accept(taken.getLast());
                if (i % 10 == 0) {
                    tier.advanceTo(tale.clock());
                }
            }
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 9; i++) {
                ids.add(taken.get(random.nextInt(taken.size())).id());
            }
            Set<String> events = Set.of("docks");
            List<Record> found = new ArrayList<>();
            tier.forEachRecordOf(ids, events, found::add);
            assertThat(found).doesNotHaveDuplicates();
            assertThat(taken).containsAll(found);
            taken.removeIf(record -> !ids.contains(record.id()) && isAlone(record, events));
            assertThat(found).containsAll(taken);
            found.removeIf(record -> !ids.contains(record.id()) && isAlone(record, events));
            assertThat(found).containsExactlyInAnyOrderElementsOf(taken);
        }
    }

    private static boolean isAlone(Record record, Set<String> events) {
        return record instanceof Record.Observation o && o.corrects().isEmpty() && !events.contains(o.event());
    }

    @Test
    void a_second_record_with_an_id_is_refused_however_it_comes() {
        FirstTier tier = FirstTier.of(Ferries.program(TEXT)).orElseThrow();
        tier.accept(meets("e1", Map.of("by", new Value.Actor("Isle"))));
        Rows rows = tier.rows("meets", "press", Optional.empty(), Basis.SEEN, "e");
        int[] codes = {rows.code(0, new Value.Actor("Isle")), rows.code(1, new Value.Actor("Shoal")), Rows.code(3)};
        rows.take(2, 5, 4, codes);
        assertThatThrownBy(() -> rows.take(1, 5, 4, codes)).hasMessage("a record with the id `e1` was taken before");
        assertThatThrownBy(() -> tier.accept(meets("e2", Map.of())))
                .hasMessage("a record with the id `e2` was taken before");
        assertThatThrownBy(() -> tier.accept(new Record.Withdrawal("e2", 9, "press", "e1")))
                .hasMessage("a record with the id `e2` was taken before");
    }

    @Test
    void a_row_is_the_record_that_it_stands_for() {
        FirstTier tier = FirstTier.of(Ferries.program(TEXT)).orElseThrow();
        Rows rows = tier.rows("meets", "press", Optional.of("Isle"), Basis.CLAIM, "e");
        int isle = rows.code(0, new Value.Actor("Isle"));
        rows.take(7, 50, 40, new int[] {isle, rows.code(1, new Value.Actor("Shoal")), Rows.code(3)});
        rows.take(8, 60, 50, new int[] {isle, isle, Rows.NOT_GIVEN});
        rows.take(9, 60, 50, new int[] {isle, rows.code(1, Value.UNATTRIBUTED), Rows.code(-4)});
        List<Record> back = new ArrayList<>();
        tier.forEachRecord(back::add);
        Value.Actor one = new Value.Actor("Isle");
        assertThat(back)
                .containsExactlyInAnyOrder(
                        row(
                                "e7",
                                50,
                                40,
                                Map.of("by", one, "with", new Value.Actor("Shoal"), "pier", Value.Number.of(3))),
                        row("e8", 60, 50, Map.of("by", one, "with", one)),
                        row("e9", 60, 50, Map.of("by", one, "with", Value.UNATTRIBUTED, "pier", Value.Number.of(-4))));
    }

    private static Record row(String id, long recorded, long occurred, Map<String, Value> values) {
        return new Record.Observation(
                id,
                recorded,
                "press",
                Optional.empty(),
                "meets",
                Time.at(occurred),
                values,
                Basis.CLAIM,
                Optional.empty(),
                Optional.of("Isle"));
    }
}
