package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.examine.found.Story;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Effort;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for histories on which two drafts differ about one clause, under one reading of each. It begins with each scene and adds acts one by one: each act a minute after
 * the last, or just before, at, or just after an instant at which either draft changes its mind by time alone, or as long after the last as some length of time in
 * either draft. Every history with fewer acts after its scene comes
 * before those with more.
 */
final class Search {
    /** A record of a long history is told to a monitor of each draft, and looked at again at up to twelve instants: measured, five times what a table costs for it. */
    private static final int FOR_BOTH_DRAFTS = 2 * 5;

    private static final long MINUTE = 60_000;
    private static final long HORIZON = 800 * 86_400_000L;
    /** Which part of a long history the shortest run is that is left out. */
    private static final int SHORTEST_RUN = 32;

    private final Side before;
    private final Side after;
    private final Limits limits;
    private final long allowed;
    private final Set<Long> lengths = new TreeSet<>();
    private final Map<String, Effect> effects = new TreeMap<>();
    private final Map<Effect, Found> telling = new EnumMap<>(Effect.class);

    /** What only histories tell in which a milestone comes twice. */
    private final Map<String, Effect> effectsOfRepeats = new TreeMap<>();

    private final Map<Effect, Found> tellingOfRepeats = new EnumMap<>(Effect.class);
    private @Nullable Found bestOfRepeats;
    private final Milestones milestones;
    private final Program partBefore;
    private final Program partAfter;
    private final Program wholeBefore;
    private final Program wholeAfter;
    private @Nullable Found best;
    private long histories;
    private long moments;
    private long work;

    /** @param allowed how much work there may be */
    Search(Side before, Side after, Limits limits, long allowed) {
        this.before = before;
        this.after = after;
        this.limits = limits;
        this.allowed = allowed;
        this.partBefore = Program.of(before.part());
        this.partAfter = Program.of(after.part());
        this.wholeBefore = Program.of(before.whole());
        this.wholeAfter = Program.of(after.whole());
        this.milestones = new Milestones(before, after);
        before.uses().spans().forEach(s -> lengths.add(millis(s)));
        after.uses().spans().forEach(s -> lengths.add(millis(s)));
    }

    /**
     * @param shortest empty: none was found
     * @param telling for each direction of change the shortest history that shows it
     */
    record Result(
            Optional<Witness> shortest,
            Map<Effect, Witness> telling,
            Map<String, Effect> effects,
            Meaning.Looked looked,
            long work) {}

    /** A history and the moment at which the drafts differ. */
    private record Found(List<Placed> history, long at, Differences.Kind kind) {
        /** The more telling first, then the shorter, then the sooner. */
        static final Comparator<Found> ORDER = Comparator.comparing(Found::kind)
                .thenComparingInt(f -> f.history().size())
                .thenComparingLong(f -> f.at()
                        - (f.history().isEmpty()
                                ? f.at()
                                : f.history().getFirst().at()))
                .thenComparingLong(Found::at)
                .thenComparing(f -> f.history().toString());
    }

    /** A history to which more may be added, at one of some instants. */
    private record Open(List<Placed> history, List<Long> next) {}

    Result run() {
        Repertoire repertoire = new Repertoire(before, after);
        List<Chunk> chunks = repertoire.chunks();
        long start = Math.min(Openings.noon(before.part()), Openings.noon(after.part()));
        List<Open> level = new ArrayList<>();
        boolean cut = begin(repertoire.scenes(), start, level);
        int whole = -1;
        for (int acts = 1; acts <= limits.acts() && !cut; acts++) {
            whole = acts - 1;
            if (tellsBothWays()) {
                break;
            }
            boolean last = acts == limits.acts();
            List<Open> longer = new ArrayList<>();
            cut = extend(level, chunks, acts, last ? null : longer);
            level = longer;
        }
        whole = cut ? whole : Math.max(whole, tellsBothWays() ? whole : limits.acts());
        return result(whole, !cut && !repertoire.leftOut());
    }

    /** What only a repetition shows is told where nothing plainer shows anything. */
    private Result result(int whole, boolean all) {
        if (best == null) {
            best = bestOfRepeats;
        }
        if (effects.isEmpty()) {
            effects.putAll(effectsOfRepeats);
            telling.putAll(tellingOfRepeats);
        }
        Map<Effect, Witness> shown = new EnumMap<>(Effect.class);
        telling.forEach((effect, found) -> shown.put(effect, witness(shrunk(found, Optional.of(effect)))));
        return new Result(
                Optional.ofNullable(best).map(f -> witness(shrunk(f, Optional.empty()))),
                shown,
                effects,
                new Meaning.Looked(whole, histories, moments, all),
                work);
    }

    /** @return whether it had to stop before everything was tried */
    private boolean begin(List<Chunk> scenes, long start, List<Open> level) {
        for (Chunk scene : scenes) {
            if (isOver()) {
                return true;
            }
            List<Placed> history = scene.at(start, 0);
            level.add(new Open(history, tried(history, start + scene.length())));
        }
        return false;
    }

    /** @return whether it had to stop before everything was tried */
    private boolean extend(List<Open> level, List<Chunk> chunks, int acts, @Nullable List<Open> longer) {
        for (Open open : level) {
            for (Chunk chunk : chunks) {
                for (long at : open.next()) {
                    if (isOver()) {
                        return true;
                    }
                    List<Placed> history = new ArrayList<>(open.history());
                    history.addAll(chunk.at(at, acts));
                    List<Long> next = tried(history, at + chunk.length());
                    if (longer != null) {
                        longer.add(new Open(history, next));
                    }
                }
            }
        }
        return false;
    }

    private boolean isOver() {
        return histories >= limits.histories() || work >= allowed;
    }

    private boolean tellsBothWays() {
        return best != null && best.kind() == Differences.Kind.BREACH && effects.containsValue(Effect.BOTH_WAYS);
    }

    /**
     * Asks both drafts at the instants that matter after the last act, and keeps what tells them apart.
     *
     * @return instants for a next act
     */
    private List<Long> tried(List<Placed> history, long last) {
        histories++;
        work += Effort.toMake(before.part()) + Effort.toMake(after.part());
        List<Record> records = Placed.records(history);
        work += FOR_BOTH_DRAFTS * Effort.forLength(records.size());
        Monitor one = monitor(partBefore, records);
        Monitor other = monitor(partAfter, records);
        List<Long> next = new ArrayList<>(List.of(last + MINUTE));
        long now = last;
        int looked = 0;
        TreeSet<Long> waiting = new TreeSet<>(List.of(last));
        for (long length : lengths) {
            waiting.add(last + length);
            waiting.add(last + length + MINUTE);
        }
        while (!waiting.isEmpty() && looked < limits.instants()) {
            now = waiting.pollFirst();
            looked++;
            one.advanceTo(now);
            other.advanceTo(now);
            compare(history, now, one, other);
            if (now > last + MINUTE) {
                next.add(now);
            }
            long wake = Math.min(one.nextWake(), other.nextWake());
            if (wake > now && wake <= last + HORIZON) {
                for (long near : around(wake)) {
                    if (near > now) {
                        waiting.add(near);
                    }
                }
            }
        }
        return next;
    }

    /** About: where calendar time matters, the monitors say themselves when something is due. */
    private static long millis(Span span) {
        long day = 86_400_000;
        return span.count()
                * switch (span.unit()) {
                    case SECOND, MINUTE, HOUR -> span.unit().millis();
                    case DAY -> day;
                    case WEEK -> 7 * day;
                    case MONTH -> 31 * day;
                    case YEAR -> 366 * day;
                };
    }

    private static Monitor monitor(Program part, List<Record> records) {
        Monitor monitor = new Monitor(part);
        records.forEach(monitor::accept);
        return monitor;
    }

    /** Just before, at, and just after the deadline for which a monitor wakes: it wakes a millisecond after the last instant that is in time. */
    private static List<Long> around(long wake) {
        long off = Math.floorMod(wake, MINUTE);
        if (off == 1) {
            return List.of(wake - 1 - MINUTE, wake - 1, wake - 1 + MINUTE);
        }
        return off == 0 ? List.of(wake - MINUTE, wake, wake + MINUTE) : List.of(wake - 1, wake, wake + 1);
    }

    private void compare(List<Placed> history, long now, Monitor one, Monitor other) {
        moments++;
        work += 2;
        List<Verdict> then = Differences.of(one, before.reading(), before.clause());
        List<Verdict> later = Differences.of(other, after.reading(), after.clause());
        Optional<Differences.Kind> kind = Differences.between(then, later, now);
        if (kind.isEmpty()) {
            return;
        }
        Found found = new Found(List.copyOf(history), now, kind.get());
        if (milestones.areRepeated(history)) {
            compareRepeats(found, then, later, now);
            return;
        }
        if (best == null || Found.ORDER.compare(found, best) < 0) {
            best = isShownByReplay(found, Optional.empty()) ? found : best;
        }
        Differences.effects(then, later, now).forEach((bearer, effect) -> {
            effects.merge(bearer, effect, Effect::and);
            Found known = telling.get(effect);
            if ((known == null || Found.ORDER.compare(found, known) < 0)
                    && isShownByReplay(found, Optional.of(effect))) {
                telling.put(effect, found);
            }
        });
    }

    private void compareRepeats(Found found, List<Verdict> then, List<Verdict> later, long now) {
        if ((bestOfRepeats == null || Found.ORDER.compare(found, bestOfRepeats) < 0)
                && isShownByReplay(found, Optional.empty())) {
            bestOfRepeats = found;
        }
        Differences.effects(then, later, now).forEach((bearer, effect) -> {
            effectsOfRepeats.merge(bearer, effect, Effect::and);
            Found known = tellingOfRepeats.get(effect);
            if ((known == null || Found.ORDER.compare(found, known) < 0)
                    && isShownByReplay(found, Optional.of(effect))) {
                tellingOfRepeats.put(effect, found);
            }
        });
    }

    /** Over the drafts as they were written, with all their clauses and readings. */
    private boolean isShownByReplay(Found found, Optional<Effect> effect) {
        List<Record> records = Placed.records(found.history());
        List<Verdict> then = replayed(before, wholeBefore, records, found.at());
        List<Verdict> later = replayed(after, wholeAfter, records, found.at());
        return Differences.between(then, later, found.at()).equals(Optional.of(found.kind()))
                && effect.map(e -> Differences.effects(then, later, found.at()).containsValue(e))
                        .orElse(true);
    }

    /** Without the acts that it does not need: scenes may hold some. Of a long history only long runs of acts are left out: each attempt replays it all. */
    private Found shrunk(Found found, Optional<Effect> effect) {
        if (found.history().size() > Effort.LONG) {
            return shrunkInRuns(found, effect);
        }
        Found small = found;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = 0; i < small.history().size(); i++) {
                List<Placed> fewer = new ArrayList<>(small.history());
                fewer.remove(i);
                Found without = new Found(fewer, small.at(), small.kind());
                if (isShownByReplay(without, effect)) {
                    small = without;
                    smaller = true;
                    break;
                }
            }
        }
        return small;
    }

    /** The verdicts on the clause in the draft as it was written: what a replay shows. */
    private static List<Verdict> replayed(Side side, Program whole, List<Record> records, long at) {
        return Differences.replayed(whole, side.reading(), side.clause(), records, at);
    }

    private Found shrunkInRuns(Found found, Optional<Effect> effect) {
        Found small = found;
        int length = found.history().size();
        for (int run = length / 2; run >= length / SHORTEST_RUN; run /= 2) {
            for (int from = 0; from < small.history().size(); ) {
                List<Placed> fewer = new ArrayList<>(small.history());
                fewer.subList(from, Math.min(from + run, fewer.size())).clear();
                Found without = new Found(fewer, small.at(), small.kind());
                if (isShownByReplay(without, effect)) {
                    small = without;
                } else {
                    from += run;
                }
            }
        }
        return small;
    }

    private Witness witness(Found found) {
        List<Record> records = Placed.records(found.history());
        List<Verdict> then = replayed(before, wholeBefore, records, found.at());
        List<Verdict> later = replayed(after, wholeAfter, records, found.at());
        return new Witness(
                story("the earlier draft", before, found),
                story("the later draft", after, found),
                found.at(),
                found.kind() == Differences.Kind.BREACH,
                then,
                later,
                Differences.effects(then, later, found.at()));
    }

    private static Story story(String draft, Side side, Found found) {
        return Story.of(
                side.clause() + " in " + draft,
                new Ways(side.part()),
                side.reading(),
                Placed.moves(found.history()),
                found.at(),
                side.clause()::equals);
    }
}
