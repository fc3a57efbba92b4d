package holdfast.report.daily.count;

import java.util.List;
import java.util.Optional;

/**
 * How much of a thing there was in one area, on the day and on the day before, as it is known now. Each source's figure stands by itself: of several nothing is added up.
 *
 * @param measure the attribute that gives the number; empty where the records themselves are counted
 * @param area empty where the records do not say it
 */
public record Count(Thing thing, String measure, String area, List<Told> day, List<Told> before) {
    public Count {
        day = List.copyOf(day);
        before = List.copyOf(before);
    }

    /** How the day compares with the one before. */
    public enum Change {
        MORE("more"),
        FEWER("less"),
        SAME("the same"),
        /** Of the day before there is no record: that is not none. */
        FIRST("none on record the day before"),
        NONE_NOW("none on record"),
        /** Several sources, or ranges that overlap. */
        NOT_COMPARED("not compared");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Change change() {
        return change(only(day), only(before), day.isEmpty(), before.isEmpty());
    }

    public static Change change(Optional<Figure> now, Optional<Figure> then, boolean noneNow, boolean noneThen) {
        if (noneNow || noneThen) {
            return noneNow ? Change.NONE_NOW : Change.FIRST;
        }
        if (now.isEmpty() || then.isEmpty()) {
            return Change.NOT_COMPARED;
        }
        if (now.get().least().compareTo(then.get().most()) > 0) {
            return Change.MORE;
        }
        if (now.get().most().compareTo(then.get().least()) < 0) {
            return Change.FEWER;
        }
        boolean exact = now.get().equals(then.get()) && now.get().isExact();
        return exact ? Change.SAME : Change.NOT_COMPARED;
    }

    /** The figure of the only source; empty where there is none, where it gives no number, or where several rival. */
    public static Optional<Figure> only(List<Told> told) {
        return told.size() == 1 ? told.getFirst().figure() : Optional.empty();
    }
}
