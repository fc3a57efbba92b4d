package holdfast.engine.monitor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A register finds each record by its id, takes no id twice, and forgets all of them at once. */
class RegisterTest {
    private static final Agreement AGREEMENT = AgreementReader.read(
                    "ferry.md", """
                    # Ferry

                    ```holdfast
                    agreement "Ferry"
                    time zone Europe/Oslo
                    days count excluding the first day
                    party North, South
                    event crossing(by: party)
                    2.1  North must crossing by 2030-01-01
                    ```
                    """.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
            .agreement()
            .orElseThrow();

    private final Authors authors = new Authors(AGREEMENT);
    private final Register register = new Register();

    private Entry entry(String id) {
        return new Entry(new Record.Withdrawal(id, 0, "harbour", "nothing"), authors);
    }

    @Test
    void manyRecordsAreFoundByTheirIdsAndNoOthers() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Entry entry = entry((i % 2 == 0 ? "ship-" : "s") + i);
            entries.add(entry);
            assertThat(register.add(entry)).isTrue();
            assertThat(register.get("ship-" + (i + 1))).isNull();
        }
        assertThat(entries).allMatch(e -> register.get(e.record.id()) == e);
        List<Entry> all = new ArrayList<>();
        register.forEach(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void anIdIsTakenOnce() {
        Entry first = entry("a");
        register.add(first);
        assertThat(register.add(entry("a"))).isFalse();
        assertThat(register.get("a")).isSameAs(first);
    }

    /** {@code Aa} and {@code BB} have one hash code. */
    @Test
    void idsWithOneHashCodeAreTold() {
        Entry one = entry("Aa");
        Entry other = entry("BB");
        assertThat(register.add(one)).isTrue();
        assertThat(register.get("BB")).isNull();
        assertThat(register.add(other)).isTrue();
        assertThat(register.get("Aa")).isSameAs(one);
        assertThat(register.get("BB")).isSameAs(other);
    }

    @Test
    void isEmptyAgainAfterItWasCleared() {
        register.add(entry("a"));
        register.clear();
        assertThat(register.get("a")).isNull();
        assertThat(register.add(entry("a"))).isTrue();
    }
}
