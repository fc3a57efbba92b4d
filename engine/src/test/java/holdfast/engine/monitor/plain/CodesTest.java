package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Rows;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final long BOUND = 1 << 29;

    private static Value.Number number(String digits) {
        return new Value.Number(new BigDecimal(digits));
    }

    /** Numbers around where whole numbers stop standing for themselves, and such as are not whole. */
    private static List<Value> numbers() {
        List<Value> all = new ArrayList<>();
        Random random = new Random(29);
        for (long near : new long[] {0, 1, BOUND - 1, BOUND, BOUND + 1, 2 * BOUND, 4 * BOUND, 1_000_000_000_000L}) {
            for (long sign : new long[] {1, -1}) {
                all.add(Value.Number.of(sign * near));
                all.add(number(sign * near + ".5"));
                all.add(number(sign * near + ".000001"));
            }
        }
        for (int i = 0; i < 500; i++) {
            all.add(number(random.nextInt(2_000) - 1_000 + "." + random.nextInt(1_000_000)));
            all.add(Value.Number.of(random.nextInt()));
        }
        return all;
    }

    @Test
    void equal_numbers_have_equal_codes_and_others_have_others() {
        Codes codes = new Codes();
        Map<BigDecimal, Integer> known = new HashMap<>();
        Map<Integer, BigDecimal> of = new HashMap<>();
        for (int time = 0; time < 2; time++) {
            for (Value value : numbers()) {
                BigDecimal number = ((Value.Number) value).number().stripTrailingZeros();
                int code = codes.of(value);
                assertThat(known.computeIfAbsent(number, n -> code))
                        .as("%s", value)
                        .isEqualTo(code);
                assertThat(of.computeIfAbsent(code, c -> number))
                        .as("%s", value)
                        .isEqualTo(number);
                assertThat(codes.value(code, ValueType.NUMBER)).isEqualTo(value);
                assertThat(code).isNotEqualTo(Codes.MISSING);
            }
        }
    }

    @Test
    void whole_numbers_of_less_than_500_million_stand_for_themselves() {
        Codes codes = new Codes();
        for (int whole : new int[] {0, 1, -1, 7, 499_999_999, -499_999_999}) {
            assertThat(codes.of(Value.Number.of(whole))).isEqualTo(Rows.code(whole));
        }
    }

    @Test
    void days_and_names_come_back_as_they_were() {
        Codes codes = new Codes();
        Map<ValueType, List<Value>> values = new EnumMap<>(ValueType.class);
        values.put(
                ValueType.DATE,
                List.of(
                        new Value.Day(LocalDate.of(2015, 3, 29)),
                        new Value.Day(LocalDate.of(1914, 7, 28)),
                        new Value.Day(LocalDate.MAX),
                        new Value.Day(LocalDate.MIN)));
        values.put(ValueType.PARTY, List.of(Value.UNATTRIBUTED, new Value.Actor("Isle"), new Value.Actor("Shoal")));
        values.put(ValueType.TEXT, List.of(new Value.Text("a"), new Value.Text(""), new Value.Text("Isle")));
        values.put(ValueType.ZONE, List.of(new Value.ZoneName("harbour")));
        values.put(ValueType.BREACH, List.of(new Value.Reference("r7")));
        values.forEach((type, those) -> those.forEach(
                value -> assertThat(codes.value(codes.of(value), type)).isEqualTo(value)));
        assertThat(codes.of(Value.UNATTRIBUTED)).isEqualTo(Codes.UNATTRIBUTED);
    }

    @Test
    void a_value_is_of_one_type() {
        Map<Value, ValueType> types = new HashMap<>();
        types.put(new Value.Actor("Isle"), ValueType.PARTY);
        types.put(new Value.Text("a"), ValueType.TEXT);
        types.put(new Value.ZoneName("harbour"), ValueType.ZONE);
        types.put(new Value.Reference("r7"), ValueType.BREACH);
        types.put(Value.Number.of(3), ValueType.NUMBER);
        types.put(new Value.Day(LocalDate.EPOCH), ValueType.DATE);
        types.put(new Value.Place(48, 38, "Donetsk"), ValueType.PLACE);
        types.put(new Value.NamedPlace("Donetsk"), ValueType.PLACE);
        types.forEach((value, of) -> {
            for (ValueType type : ValueType.values()) {
                assertThat(Codes.isOf(value, type)).as("%s %s", value, type).isEqualTo(type == of);
            }
        });
    }
}
