package holdfast.engine.monitor.plain;

import holdfast.engine.monitor.condition.Compared;
import holdfast.language.model.Comparison;
import holdfast.language.model.Value;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Conditions on the values of a record, made ready. */
final class Values {
    /** Whether it holds of values that are all given. */
    interface Test {
        /** @param codes gives the value at a position */
        boolean holds(IntUnaryOperator codes);
    }

    private final Codes codes;

    Values(Codes codes) {
        this.codes = codes;
    }

    Test all(List<Plan.Where> all) {
        Test[] tests = all.stream().map(this::test).toArray(Test[]::new);
        return values -> {
            for (Test test : tests) {
                if (!test.holds(values)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Test test(Plan.Where where) {
        return switch (where) {
            case Plan.Where.All(List<Plan.Where> all) -> all(all);
            case Plan.Where.Any(List<Plan.Where> any) -> any(any);
            case Plan.Where.Not(Plan.Where negated) -> {
                Test test = test(negated);
                yield values -> !test.holds(values);
            }
            case Plan.Where.OneOf(int position, List<Value> wanted) -> oneOf(position, wanted);
            case Plan.Where.Order(int position, Comparison comparison, Value than) -> {
                long right = codes.order(codes.of(than), than instanceof Value.Number);
                boolean number = than instanceof Value.Number;
                yield values -> Compared.holds(
                        Long.compare(codes.order(values.applyAsInt(position), number), right), comparison);
            }
            case Plan.Where.Between(int left, Comparison comparison, int right) ->
                values -> Compared.holds(
                        Long.compare(
                                codes.order(values.applyAsInt(left), true),
                                codes.order(values.applyAsInt(right), true)),
                        comparison);
        };
    }

    private Test any(List<Plan.Where> any) {
        Test[] tests = any.stream().map(this::test).toArray(Test[]::new);
        return values -> {
            for (Test test : tests) {
                if (test.holds(values)) {
                    return true;
                }
            }
            return false;
        };
    }

    private Test oneOf(int position, List<Value> wanted) {
        int[] those = wanted.stream().mapToInt(codes::of).toArray();
        return values -> {
            int code = values.applyAsInt(position);
            for (int one : those) {
                if (one == code) {
                    return true;
                }
            }
            return false;
        };
    }
}
