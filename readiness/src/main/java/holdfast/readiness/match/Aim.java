package holdfast.readiness.match;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a plan should have as little of as can be. A plan is better than another if it has less of the first aim in which they differ.
 *
 * @param priority of which needs; 0 where it is about all
 */
public record Aim(What what, int priority) {
    /** What is to be little. */
    public enum What {
        /** Needs that do not have all by their day. */
        UNMET("needs of priority %p not wholly met by their day"),
        /** Of these, the parts that are missing on the day, added up. */
        MISSING("part of the needs of priority %p missing on their day"),
        /** The parts that do not come even late. */
        NEVER("part of the needs of priority %p that does not come even late"),
        /** Units that come late, times the days. */
        LATE("unit-days late"),
        /** Lines of the earlier plan that are not kept in full. */
        CHANGED("deliveries of the earlier plan not kept"),
        /** The parts of these lines that are not kept. */
        GIVEN_UP("part of them given up"),
        /** Offers of which anything is taken. */
        OFFERS("offers used"),
        /** What is asked for beside what is offered. */
        ASKED("units asked for"),
        /** All that is sent. */
        SENT("units sent");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** All aims, the first first. */
    static List<Aim> inOrder(List<Integer> priorities, boolean plannedBefore) {
        List<Aim> aims = new ArrayList<>();
        for (int priority : priorities) {
            aims.add(new Aim(What.UNMET, priority));
            aims.add(new Aim(What.MISSING, priority));
        }
        priorities.forEach(p -> aims.add(new Aim(What.NEVER, p)));
        aims.add(new Aim(What.LATE, 0));
        if (plannedBefore) {
            aims.add(new Aim(What.CHANGED, 0));
            aims.add(new Aim(What.GIVEN_UP, 0));
        }
        aims.add(new Aim(What.OFFERS, 0));
        aims.add(new Aim(What.SENT, 0));
        return aims;
    }

    public String words() {
        return what.words.replace("%p", String.valueOf(priority));
    }
}
