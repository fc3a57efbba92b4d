package holdfast.bench;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A stream of alarms, warnings, responses, fire and truces over a thousand sectors and ten parties, the same for the same seed. Times rise strictly and are seconds from an arbitrary
 * beginning. Mostly warnings come in time; some come late, some never; and so do the responses to alarms without a warning.
 */
final class Workload {
    static final int SECTORS = 1000;
    static final int PARTIES = 10;

    private static final int HOT_SPOTS = 12;

    /** Takes the events in order of time; what an event does not have is 0. */
    interface Sink {
        void event(long second, Kind kind, int id, int party, int sector, int rounds);
    }

    enum Kind {
        ALARM,
        WARNING,
        RESPONSE,
        FIRE,
        TRUCE_START,
        TRUCE_STOP
    }

    /** What was set in motion by an earlier event and is still to come. */
    private record Planned(long second, long order, Kind kind, int subject) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            int byTime = Long.compare(second, other.second);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Somewhere where one party keeps firing for a while. */
    private static final class HotSpot {
        int party;
        int sector;
        int left;
    }

    private final int meanGap;
    private final SplittableRandom random;
    private final Sink sink;
    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private final boolean[] truce = new boolean[SECTORS];
    private final HotSpot[] hotSpots = new HotSpot[HOT_SPOTS];
    private long now = 1_000_000;
    private long plans;
    private int alarms;
    private int shots;

    private Workload(int meanGap, long seed, Sink sink) {
        this.meanGap = meanGap;
        this.random = new SplittableRandom(seed);
        this.sink = sink;
        for (int i = 0; i < HOT_SPOTS; i++) {
            hotSpots[i] = new HotSpot();
        }
    }

    /** Generates {@code events} events that are on average {@code meanGap} seconds apart. */
    static void generate(int events, int meanGap, long seed, Sink sink) {
        Workload workload = new Workload(meanGap, seed, sink);
        for (int made = 0; made < events; ) {
            made += workload.step() ? 1 : 0;
        }
    }

    /** Lets time go on; false if nothing came of it. */
    private boolean step() {
        now += 1 + (meanGap > 1 ? random.nextInt(2 * meanGap - 1) : 0);
        if (!planned.isEmpty() && planned.peek().second <= now) {
            happen(planned.poll());
            return true;
        }
        double what = random.nextDouble();
        if (what < 0.35) {
            alarm();
            return true;
        }
        return what < 0.99 ? fire() : truce();
    }

    private void happen(Planned due) {
        if (due.kind == Kind.TRUCE_STOP) {
            truce[due.subject] = false;
            sink.event(now, due.kind, 0, 0, due.subject, 0);
        } else {
            sink.event(now, due.kind, due.subject, 0, 0, 0);
        }
    }

    private void alarm() {
        int id = ++alarms;
        int party = random.nextInt(PARTIES);
        int sector = random.nextInt(SECTORS);
        sink.event(now, Kind.ALARM, id, party, sector, 0);
        double luck = random.nextDouble();
        if (luck < 0.98) {
            plan(60 + random.nextInt(82_000), Kind.WARNING, id);
            if (random.nextDouble() < 0.10) {
                plan(3600 + random.nextInt(250_000), Kind.RESPONSE, id);
            }
            return;
        }
        if (luck < 0.99) {
            plan(86_600 + random.nextInt(130_000), Kind.WARNING, id);
        }
        double answer = random.nextDouble();
        if (answer < 0.5) {
            plan(3600 + random.nextInt(250_000), Kind.RESPONSE, id);
        } else if (answer < 0.75) {
            plan(259_400 + random.nextInt(100_000), Kind.RESPONSE, id);
        }
    }

    private boolean fire() {
        int party;
        int sector;
        if (random.nextDouble() < 0.06) {
            HotSpot spot = hotSpots[random.nextInt(HOT_SPOTS)];
            if (spot.left <= 0) {
                spot.party = random.nextInt(PARTIES);
                spot.sector = random.nextInt(SECTORS);
                spot.left = 3 + random.nextInt(8);
            }
            spot.left--;
            party = spot.party;
            sector = spot.sector;
        } else {
            party = random.nextInt(PARTIES);
            sector = random.nextInt(SECTORS);
        }
        if (truce[sector] && random.nextDouble() < 0.75) {
            return false;
        }
        sink.event(now, Kind.FIRE, ++shots, party, sector, 1 + random.nextInt(40));
        return true;
    }

    private boolean truce() {
        int sector = random.nextInt(SECTORS);
        if (truce[sector]) {
            return false;
        }
        truce[sector] = true;
        sink.event(now, Kind.TRUCE_START, 0, 0, sector, 0);
        plan(3600 + random.nextInt(165_600), Kind.TRUCE_STOP, sector);
        return true;
    }

    private void plan(int seconds, Kind kind, int subject) {
        planned.add(new Planned(now + seconds, plans++, kind, subject));
    }
}
