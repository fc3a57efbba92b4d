package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Verdict;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TellingTest {
    @Test
    void records_are_named_once_in_order() {
        Random random = new Random(33);
        for (int i = 0; i < 200; i++) {
            List<String> ids = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                ids.add("e" + random.nextInt(4));
            }
            assertThat(Telling.sorted(ids)).isEqualTo(List.copyOf(new TreeSet<>(ids)));
        }
    }

    @Test
    void a_row_tells_its_id_who_bears_it_and_its_key() {
        Codes codes = new Codes();
        Origins origins = new Origins();
        Telling telling = new Telling(codes, origins);
        Table table = Ferries.table();
        int isle = codes.of(new Value.Actor("Isle"));
        int note = codes.of(new Value.Text("calm"));
        table.append(1, 1, origins.number("press", Optional.empty(), Basis.SEEN, "e"), 7, new int[] {isle, 6, note});
        table.append(1, 1, origins.number("press", Optional.empty(), Basis.SEEN, "whole"), -1, new int[] {
            Codes.UNATTRIBUTED, -4, note
        });
        assertThat(telling.id(table, 0)).isEqualTo("e7");
        assertThat(telling.id(table, 1)).isEqualTo("whole");
        assertThat(telling.ids(table, List.of(1, 0, 1))).containsExactly("e7", "whole");
        assertThat(telling.bearer(new Plan.Holder.At(0), table, 0)).isEqualTo("Isle");
        assertThat(telling.bearer(new Plan.Holder.Among(0, List.of("Isle")), table, 1))
                .isEqualTo(Verdict.NOBODY_NAMED);
        assertThat(telling.bearer(new Plan.Holder.One("Shoal"), table, 0)).isEqualTo("Shoal");
        assertThat(telling.bearer(new Plan.Holder.Nobody(), table, 0)).isEqualTo(Verdict.NOBODY_NAMED);
        assertThat(telling.key(Map.of("P", 1, "N", 2), table, 1))
                .isEqualTo(Map.of("P", Value.Number.of(-2), "N", new Value.Text("calm")));
    }
}
