package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Dependents;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.Truth;
import java.util.Arrays;
import java.util.List;

/**
 * A condition made ready for one statement's scope. The reader that asks is touched when the answer may have changed.
 */
public abstract class Premise {
    /** {@link Truth#FALSE}, {@link Truth#UNKNOWN} or {@link Truth#TRUE} at an instant. */
    public abstract int at(long[] binding, long instant, Cell reader);

    /** The truth at all instants; correct at least from {@code lo} to {@code hi}. */
    public abstract Truth over(long[] binding, long lo, long hi, Cell reader);

    /** The least instant after {@code instant} at which the answer may change by time alone. */
    public abstract long nextChange(long[] binding, long instant, Cell reader);

    /** Adds the occurrences that it rests on. */
    public abstract void gather(long[] binding, Used used, Cell reader, List<Occurrence> into);

    /** Whether it names a term that the text leaves undefined. */
    public abstract boolean undefined();

    /** Counts in again a reader that had said that it no longer cares: see {@link Dependents}. */
    public void reopen(long[] binding) {}

    /** Whether the answer follows from the binding alone: the same at all instants and whatever else is recorded. */
    public abstract boolean fixed();

    public final int during(long[] binding, long lo, long hi, Cell reader) {
        return lo == hi
                ? at(binding, lo, reader)
                : over(binding, lo, hi, reader).during(lo, hi);
    }

    public static final Premise ALWAYS = new Fixed() {
        @Override
        int value(long[] binding) {
            return Truth.TRUE;
        }
    };

    /** A condition on values alone. */
    abstract static class Fixed extends Premise {
        abstract int value(long[] binding);

        @Override
        public final int at(long[] binding, long instant, Cell reader) {
            return value(binding);
        }

        @Override
        public final Truth over(long[] binding, long lo, long hi, Cell reader) {
            return Truth.always(value(binding));
        }

        @Override
        public final long nextChange(long[] binding, long instant, Cell reader) {
            return Long.MAX_VALUE;
        }

        @Override
        public final void gather(long[] binding, Used used, Cell reader, List<Occurrence> into) {}

        @Override
        public boolean undefined() {
            return false;
        }

        @Override
        public final boolean fixed() {
            return true;
        }
    }

    /** Several conditions together. */
    private abstract static class Joined extends Premise {
        final Premise[] parts;

        Joined(Premise[] parts) {
            this.parts = parts;
        }

        @Override
        public final long nextChange(long[] binding, long instant, Cell reader) {
            long first = Long.MAX_VALUE;
            for (Premise part : parts) {
                first = Math.min(first, part.nextChange(binding, instant, reader));
            }
            return first;
        }

        @Override
        public final void gather(long[] binding, Used used, Cell reader, List<Occurrence> into) {
            for (Premise part : parts) {
                part.gather(binding, used, reader, into);
            }
        }

        @Override
        public final boolean undefined() {
            for (Premise part : parts) {
                if (part.undefined()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public final void reopen(long[] binding) {
            for (Premise part : parts) {
                part.reopen(binding);
            }
        }

        @Override
        public final boolean fixed() {
            for (Premise part : parts) {
                if (!part.fixed()) {
                    return false;
                }
            }
            return true;
        }
    }

    public static final class All extends Joined {
        public All(Premise[] parts) {
            super(parts);
        }

        @Override
        public int at(long[] binding, long instant, Cell reader) {
            int least = Truth.TRUE;
            for (Premise part : parts) {
                least = Math.min(least, part.at(binding, instant, reader));
            }
            return least;
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, Cell reader) {
            Truth all = Truth.ALWAYS;
            for (Premise part : parts) {
                all = all.and(part.over(binding, lo, hi, reader));
            }
            return all;
        }
    }

    public static final class Any extends Joined {
        public Any(Premise[] parts) {
            super(parts);
        }

        @Override
        public int at(long[] binding, long instant, Cell reader) {
            int greatest = Truth.FALSE;
            for (Premise part : parts) {
                greatest = Math.max(greatest, part.at(binding, instant, reader));
            }
            return greatest;
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, Cell reader) {
            Truth any = Truth.NEVER;
            for (Premise part : parts) {
                any = any.or(part.over(binding, lo, hi, reader));
            }
            return any;
        }
    }

    public static final class Not extends Premise {
        private final Premise part;

        public Not(Premise part) {
            this.part = part;
        }

        @Override
        public int at(long[] binding, long instant, Cell reader) {
            return Truth.TRUE - part.at(binding, instant, reader);
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, Cell reader) {
            return part.over(binding, lo, hi, reader).not();
        }

        @Override
        public long nextChange(long[] binding, long instant, Cell reader) {
            return part.nextChange(binding, instant, reader);
        }

        @Override
        public void gather(long[] binding, Used used, Cell reader, List<Occurrence> into) {
            part.gather(binding, used, reader, into);
        }

        @Override
        public boolean undefined() {
            return part.undefined();
        }

        @Override
        public void reopen(long[] binding) {
            part.reopen(binding);
        }

        @Override
        public boolean fixed() {
            return part.fixed();
        }
    }

    /** A condition known under a name, with parameters of its own. */
    public static final class Named extends Premise {
        private final Premise meaning;
        private final int width;
        private final int[] slots;
        private final long[] constants;

        /** @param slots for each parameter the slot of its argument here; -1: the constant. */
        public Named(Premise meaning, int width, int[] slots, long[] constants) {
            this.meaning = meaning;
            this.width = width;
            this.slots = slots;
            this.constants = constants;
        }

        private long[] inner(long[] binding) {
            long[] inner = new long[width];
            Arrays.fill(inner, Symbols.UNBOUND);
            for (int i = 0; i < slots.length; i++) {
                inner[i] = slots[i] >= 0 ? binding[slots[i]] : constants[i];
            }
            return inner;
        }

        @Override
        public int at(long[] binding, long instant, Cell reader) {
            return meaning.at(inner(binding), instant, reader);
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, Cell reader) {
            return meaning.over(inner(binding), lo, hi, reader);
        }

        @Override
        public long nextChange(long[] binding, long instant, Cell reader) {
            return meaning.nextChange(inner(binding), instant, reader);
        }

        @Override
        public void gather(long[] binding, Used used, Cell reader, List<Occurrence> into) {
            meaning.gather(inner(binding), used, reader, into);
        }

        @Override
        public boolean undefined() {
            return meaning.undefined();
        }

        @Override
        public void reopen(long[] binding) {
            meaning.reopen(inner(binding));
        }

        @Override
        public boolean fixed() {
            return meaning.fixed();
        }
    }

    /** A condition whose truth is kept in cells, one per key. */
    public static final class Kept extends Premise {
        private final Truths truths;
        private final int[] slots;
        private final long[] constants;
        private final long[] key;
        private final boolean undefined;

        /** @param slots for each part of the key the slot of its argument; -1: the constant. */
        public Kept(Truths truths, int[] slots, long[] constants) {
            this(truths, slots, constants, false);
        }

        private Kept(Truths truths, int[] slots, long[] constants, boolean undefined) {
            this.undefined = undefined;
            this.truths = truths;
            this.slots = slots;
            this.constants = constants;
            this.key = new long[slots.length];
        }

        /** What a term means that a body may rule on. */
        public static Kept ofTerm(Truths truths) {
            return new Kept(truths, new int[0], new long[0], true);
        }

        /** The same array each time: whoever keeps it copies it. */
        private long[] key(long[] binding) {
            for (int i = 0; i < key.length; i++) {
                key[i] = slots[i] >= 0 ? binding[slots[i]] : constants[i];
            }
            return key;
        }

        private Truth truth(long[] binding, Cell reader) {
            return truths.read(key(binding), reader).truth();
        }

        @Override
        public void gather(long[] binding, Used used, Cell reader, List<Occurrence> into) {
            truths.read(key(binding), reader).gather(used, into);
        }

        @Override
        public boolean undefined() {
            return undefined;
        }

        @Override
        public int at(long[] binding, long instant, Cell reader) {
            return truth(binding, reader).at(instant);
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, Cell reader) {
            return truth(binding, reader).clip(lo, hi);
        }

        @Override
        public long nextChange(long[] binding, long instant, Cell reader) {
            return truth(binding, reader).nextChange(instant);
        }

        @Override
        public void reopen(long[] binding) {
            truths.reopenReaders(key(binding));
        }

        @Override
        public boolean fixed() {
            return false;
        }
    }
}
