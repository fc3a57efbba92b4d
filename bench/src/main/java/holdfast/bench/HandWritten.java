package holdfast.bench;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * The four policies written by hand, and nothing else: no late records, no corrections, no explanation, only counts. What it takes is what the work itself costs.
 */
final class HandWritten {
    private static final long DAY = 86_400;
    private static final long THREE_DAYS = 259_200;
    private static final long SIX_HOURS = 21_600;
    private static final int ALLOWED = 5;

    private static final class Alarm {
        final long second;
        final int id;
        boolean warned;
        boolean answered;

        Alarm(long second, int id) {
            this.second = second;
            this.id = id;
        }
    }

    private final Map<Integer, Alarm> open = new HashMap<>();
    private final ArrayDeque<Alarm> warningsDue = new ArrayDeque<>();
    private final ArrayDeque<Alarm> responsesDue = new ArrayDeque<>();
    private final Shots[] shots = new Shots[Workload.PARTIES * Workload.SECTORS];
    private final boolean[] truce = new boolean[Workload.SECTORS];
    private long unwarned;
    private long unanswered;
    private long barrages;
    private long broken;

    /** The times of the last shots of one party in one sector: a ring that grows. */
    private static final class Shots {
        private long[] seconds = new long[8];
        private int first;
        private int size;

        void add(long second) {
            while (size > 0 && seconds[first] < second - SIX_HOURS) {
                first = (first + 1) & (seconds.length - 1);
                size--;
            }
            if (size == seconds.length) {
                long[] wider = new long[2 * size];
                for (int i = 0; i < size; i++) {
                    wider[i] = seconds[(first + i) & (size - 1)];
                }
                seconds = wider;
                first = 0;
            }
            seconds[(first + size++) & (seconds.length - 1)] = second;
        }
    }

    void event(long second, Workload.Kind kind, int id, int party, int sector) {
        advanceTo(second);
        switch (kind) {
            case ALARM -> {
                Alarm alarm = new Alarm(second, id);
                open.put(id, alarm);
                warningsDue.add(alarm);
                responsesDue.add(alarm);
            }
            case WARNING -> {
                Alarm alarm = open.get(id);
                if (alarm != null && second <= alarm.second + DAY) {
                    alarm.warned = true;
                }
            }
            case RESPONSE -> {
                Alarm alarm = open.get(id);
                if (alarm != null) {
                    alarm.answered = true;
                }
            }
            case FIRE -> fire(second, party, sector);
            case TRUCE_START -> truce[sector] = true;
            case TRUCE_STOP -> truce[sector] = false;
        }
    }

    private void fire(long second, int party, int sector) {
        int place = party * Workload.SECTORS + sector;
        Shots those = shots[place];
        if (those == null) {
            those = new Shots();
            shots[place] = those;
        }
        those.add(second);
        if (those.size > ALLOWED) {
            barrages++;
        }
        if (truce[sector]) {
            broken++;
        }
    }

    private void advanceTo(long second) {
        for (Alarm alarm = warningsDue.peek(); alarm != null && alarm.second + DAY < second; ) {
            warningsDue.remove();
            if (!alarm.warned) {
                unwarned++;
            }
            alarm = warningsDue.peek();
        }
        for (Alarm alarm = responsesDue.peek(); alarm != null && alarm.second + THREE_DAYS < second; ) {
            responsesDue.remove();
            open.remove(alarm.id);
            if (!alarm.warned && !alarm.answered) {
                unanswered++;
            }
            alarm = responsesDue.peek();
        }
    }

    Counts counts() {
        return new Counts(unwarned, unanswered, barrages, broken);
    }

    /** In memory. */
    static Contestant over(Events events) {
        return () -> {
            HandWritten monitor = new HandWritten();
            for (int i = 0; i < events.size; i++) {
                monitor.event(events.second[i], events.kind(i), events.id[i], events.party[i], events.sector[i]);
            }
            return monitor.counts();
        };
    }
}
