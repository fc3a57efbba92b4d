package holdfast.reference;

import holdfast.engine.Time;

/** When a condition surely, and when it possibly, holds: {@code sure} is a subset of {@code poss} (section 5). */
record Holding(Instants sure, Instants poss) {

    static final Holding ALWAYS = new Holding(Instants.ALL, Instants.ALL);
    static final Holding NEVER = new Holding(Instants.NONE, Instants.NONE);
    static final Holding UNKNOWN = new Holding(Instants.NONE, Instants.ALL);

    static Holding of(boolean value) {
        return value ? ALWAYS : NEVER;
    }

    Holding and(Holding other) {
        return new Holding(sure.intersect(other.sure), poss.intersect(other.poss));
    }

    Holding or(Holding other) {
        return new Holding(sure.union(other.sure), poss.union(other.poss));
    }

    Holding not() {
        return new Holding(poss.complement(), sure.complement());
    }

    boolean isTrueAt(Time time) {
        return sure.containsAll(time);
    }

    boolean isFalseAt(Time time) {
        return !poss.meets(time);
    }

    boolean isUnknownAt(Time time) {
        return !isTrueAt(time) && !isFalseAt(time);
    }
}
