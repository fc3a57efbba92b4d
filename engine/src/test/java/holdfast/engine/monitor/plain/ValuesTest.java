package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Comparison;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conditions on the values of a record hold as they read. */
class ValuesTest {
    private static final long BOUND = 1 << 29;
    private static final int NUMBERS = 0;
    private static final int DAYS = 2;
    private static final int NAMES = 4;

    private final Random random = new Random(31);

    /** Two numbers, two days, two names. */
    private List<Value> row() {
        return List.of(number(), number(), day(), day(), name(), name());
    }

    private Value number() {
        long near = List.of(0L, 3L, BOUND - 1, BOUND, 4 * BOUND).get(random.nextInt(5)) + random.nextInt(3) - 1;
        BigDecimal number = BigDecimal.valueOf(random.nextBoolean() ? near : -near);
        return new Value.Number(random.nextInt(3) == 0 ? number.add(new BigDecimal("0.25")) : number);
    }

    private Value day() {
        return new Value.Day(LocalDate.of(1969, 12, 30).plusDays(random.nextInt(5)));
    }

    private Value name() {
        return new Value.Text(List.of("calm", "rough", "Calm").get(random.nextInt(3)));
    }

    private Value valueAt(int position) {
        return position < DAYS ? number() : position < NAMES ? day() : name();
    }

    private Comparison comparison(boolean ordered) {
        List<Comparison> all = Stream.of(Comparison.values())
                .filter(c -> ordered || isEquality(c))
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private static boolean isEquality(Comparison comparison) {
        return switch (comparison) {
            case IS, IS_NOT -> true;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> false;
        };
    }

    private Plan.Where where(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> {
                int position = random.nextInt(6);
                yield new Plan.Where.OneOf(
                        position,
                        Stream.generate(() -> valueAt(position))
                                .limit(random.nextInt(3))
                                .toList());
            }
            case 1 -> {
                int position = random.nextInt(NAMES);
                yield new Plan.Where.Order(position, comparison(true), valueAt(position));
            }
            case 2 -> {
                int left = List.of(NUMBERS, DAYS, NAMES).get(random.nextInt(3));
                yield new Plan.Where.Between(left, comparison(left < NAMES), left + 1);
            }
            case 3 -> new Plan.Where.Not(where(depth - 1));
            case 4 -> new Plan.Where.All(some(depth));
            default -> new Plan.Where.Any(some(depth));
        };
    }

    private List<Plan.Where> some(int depth) {
        List<Plan.Where> some = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            some.add(where(depth - 1));
        }
        return some;
    }

    /** As it reads. */
    private static boolean holds(Plan.Where where, List<Value> row) {
        return switch (where) {
            case Plan.Where.All(List<Plan.Where> all) -> all.stream().allMatch(w -> holds(w, row));
            case Plan.Where.Any(List<Plan.Where> any) -> any.stream().anyMatch(w -> holds(w, row));
            case Plan.Where.Not(Plan.Where negated) -> !holds(negated, row);
            case Plan.Where.OneOf(int position, List<Value> values) ->
                values.stream().anyMatch(v -> compared(row.get(position), v) == 0);
            case Plan.Where.Order(int position, Comparison comparison, Value than) ->
                holds(compared(row.get(position), than), comparison);
            case Plan.Where.Between(int left, Comparison comparison, int right) ->
                holds(compared(row.get(left), row.get(right)), comparison);
        };
    }

    private static int compared(Value one, Value other) {
        return switch (one) {
            case Value.Number(BigDecimal number) -> number.compareTo(((Value.Number) other).number());
            case Value.Day(LocalDate day) -> day.compareTo(((Value.Day) other).date());
            default -> one.equals(other) ? 0 : 1;
        };
    }

    private static boolean holds(int order, Comparison comparison) {
        return switch (comparison) {
            case IS -> order == 0;
            case IS_NOT -> order != 0;
            case LESS_THAN -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    @Test
    void conditionsHoldAsTheyRead() {
        Codes codes = new Codes();
        Values values = new Values(codes);
        int held = 0;
        for (int i = 0; i < 3_000; i++) {
            List<Plan.Where> all = some(3);
            Values.Test test = values.all(all);
            for (int n = 0; n < 5; n++) {
                List<Value> row = row();
                boolean holds = holds(new Plan.Where.All(all), row);
                assertThat(test.holds(position -> codes.of(row.get(position))))
                        .as("%s of %s", all, row)
                        .isEqualTo(holds);
                held += holds ? 1 : 0;
            }
        }
        assertThat(held).as("often enough either way").isBetween(3_000, 12_000);
    }
}
