package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** When a term lasts (semantics, section 5). */
public final class PeriodTruth extends Truths.Kept {
    private static final long NEVER = Long.MAX_VALUE;

    private final State.Period term;
    private final Optional<Bucket> begins;
    private final Optional<Bucket> notices;

    public PeriodTruth(Truths node, State.Period term, Optional<Bucket> begins, Optional<Bucket> notices) {
        super(node);
        this.term = term;
        this.begins = begins;
        this.notices = notices;
        begins.ifPresent(b -> b.readBy(this));
        notices.ifPresent(b -> b.readBy(this));
    }

    /** @param sure whether it surely begins at all */
    private record Start(long lo, long hi, boolean sure) {}

    @Override
    public Truth compute() {
        Optional<Start> start = start();
        if (start.isEmpty()) {
            return Truth.NEVER;
        }
        Start s = start.get();
        IntervalSet sure = s.sure() ? between(s.hi(), earliestEnd(s)) : IntervalSet.EMPTY;
        IntervalSet possible = between(s.lo(), latestEnd(s));
        return new Truth(sure, sure.equals(possible) ? sure : possible);
    }

    private static IntervalSet between(long first, long end) {
        if (first >= end) {
            return IntervalSet.EMPTY;
        }
        return end == NEVER ? IntervalSet.from(first) : IntervalSet.from(first).clip(Long.MIN_VALUE, end - 1);
    }

    private Optional<Start> start() {
        if (term.start().isEmpty()) {
            return Optional.of(new Start(Long.MIN_VALUE, Long.MIN_VALUE, true));
        }
        return switch (term.start().get()) {
            case State.Start.At(var at) -> Optional.of(new Start(at.toEpochMilli(), at.toEpochMilli(), true));
            case State.Start.OfEvent ignored -> firstOf(begins.orElseThrow());
        };
    }

    private static Optional<Start> firstOf(Bucket bucket) {
        long lo = NEVER;
        long surely = NEVER;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            lo = Math.min(lo, o.lo);
            last = Math.max(last, o.hi);
            surely = o.sure ? Math.min(surely, o.hi) : surely;
        }
        boolean sure = surely != NEVER;
        return bucket.size() == 0 ? Optional.empty() : Optional.of(new Start(lo, sure ? surely : last, sure));
    }

    private long earliestEnd(Start start) {
        return lastEnd(start.lo(), start.hi(), notice(o -> o.hi >= start.lo() ? o.lo : NEVER));
    }

    private long latestEnd(Start start) {
        return lastEnd(start.hi(), start.lo(), notice(o -> o.sure && o.lo >= start.hi() ? o.hi : NEVER));
    }

    private interface Given {
        long at(Occurrence notice);
    }

    private long notice(Given given) {
        long least = NEVER;
        if (notices.isPresent()) {
            Bucket bucket = notices.get();
            for (int i = 0; i < bucket.size(); i++) {
                least = Math.min(least, given.at(bucket.get(i)));
            }
        }
        return least;
    }

    /**
     * The end that is the last.
     *
     * @param start from which the ends are counted
     * @param other from which it is counted whether a notice is early enough for an end
     */
    private long lastEnd(long start, long other, long given) {
        if (term.end().isEmpty()) {
            return NEVER;
        }
        return switch (term.end().get()) {
            case State.End.At(var at) -> at.toEpochMilli();
            case State.End.After after when after.renewal().isEmpty() -> end(after, start, 0);
            case State.End.After after -> {
                Optional<State.Notice> notice = after.renewal().get().notice();
                if (notice.isEmpty() || given == NEVER) {
                    yield NEVER;
                }
                CivilTime civil = node.graph.civil;
                LongUnaryOperator latestNotice =
                        i -> civil.shift(end(after, other, i), notice.get().before(), -1);
                yield end(after, start, firstReaching(latestNotice, given));
            }
        };
    }

    /** The least index at which what grows reaches the bound. */
    private static long firstReaching(LongUnaryOperator grows, long bound) {
        long high = 0;
        while (grows.applyAsLong(high) < bound) {
            high = 2 * high + 1;
        }
        long low = high / 2;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (grows.applyAsLong(middle) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long end(State.End.After after, long start, long number) {
        CivilTime civil = node.graph.civil;
        if (number == 0) {
            return civil.deadline(start, after.length(), after.includingFirstDay());
        }
        Span each = after.renewal().orElseThrow().each();
        long first = civil.shift(start, after.length(), 1);
        return civil.deadline(first, new Span(each.count() * number, each.unit()), after.includingFirstDay());
    }

    @Override
    void gather(Used used, List<Occurrence> into) {
        begins.ifPresent(b -> used.from(b, into));
        notices.ifPresent(b -> used.from(b, into));
    }
}
