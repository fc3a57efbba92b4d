package holdfast.reference.random;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import holdfast.reference.Reference;
import holdfast.reference.TakenBack;
import holdfast.reference.WatchedMonitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the monitor and the reference evaluator differ on a case.
 *
 * @param when what had been done when they differed
 * @param expected the reference's verdicts
 * @param found the monitor's; empty if it broke
 */
public record Disagreement(
        String when, long now, Set<Verdict> expected, Set<Verdict> found, Optional<Throwable> broke) {

    /** The first one, if there is any. */
    public static Optional<Disagreement> on(RandomCase c) {
        return new Comparison(c, Monitor::new).run();
    }

    /** The first one of a monitor that keeps to the text that it was made of, if there is any. */
    static Optional<Disagreement> on(RandomCase c, Function<Program, Monitor> made) {
        return new Comparison(c, made).ofThatText();
    }

    /** Whether they differ; a case on which the reference itself breaks is no case. */
    public static boolean exists(RandomCase c) {
        try {
            return on(c).isPresent();
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** The case and the difference, to be read. */
    public String describe(RandomCase c) {
        var zone = c.agreement().zone();
        StringBuilder text = new StringBuilder("seed " + c.seed() + "\n\n");
        text.append(CaseText.of(c.agreement())).append('\n').append(CaseText.of(c.agreement(), c.records()));
        text.append("\nat ")
                .append(CaseText.instant(zone, now))
                .append(", ")
                .append(when)
                .append('\n');
        broke.ifPresent(e -> text.append("the monitor broke: ").append(stack(e)).append('\n'));
        Set<Verdict> both = new HashSet<>(expected);
        both.retainAll(found);
        sorted(zone, both).forEach(v -> text.append("  both       ").append(v).append('\n'));
        Set<Verdict> missing = new HashSet<>(expected);
        missing.removeAll(found);
        sorted(zone, missing)
                .forEach(v -> text.append("  reference  ").append(v).append('\n'));
        Set<Verdict> surplus = new HashSet<>(found);
        surplus.removeAll(expected);
        sorted(zone, surplus)
                .forEach(v -> text.append("  monitor    ").append(v).append('\n'));
        return text.toString();
    }

    private static List<String> sorted(java.time.ZoneId zone, Set<Verdict> verdicts) {
        return verdicts.stream().map(v -> CaseText.of(zone, v)).sorted().toList();
    }

    private static String stack(Throwable e) {
        StringBuilder text = new StringBuilder(e.toString());
        for (int i = 0; i < Math.min(12, e.getStackTrace().length); i++) {
            text.append("\n    at ").append(e.getStackTrace()[i]);
        }
        return text.toString();
    }

    /** Feeds a monitor in several ways, and compares at each step. */
    private static final class Comparison {
        private final RandomCase c;
        private final Function<Program, Monitor> made;

        Comparison(RandomCase c, Function<Program, Monitor> made) {
            this.c = c;
            this.made = made;
        }

        Optional<Disagreement> run() {
            Optional<Disagreement> found = ofThatText();
            return found.isPresent() ? found : withOtherClauses();
        }

        Optional<Disagreement> ofThatText() {
            Optional<Disagreement> found = asTheyBecameKnown();
            return found.isPresent() ? found : inAnyOrder();
        }

        /** A monitor that begins again with some of the clauses says what the text would say that has no others; and the next time too, with others of them. */
        private Optional<Disagreement> withOtherClauses() {
            Dice dice = new Dice(c.seed() + 13);
            Fed fed = new Fed("with some of the clauses, ").afterAnotherHistory(dice);
            Optional<Disagreement> found = Optional.empty();
            for (int time = 0; time < 3; time++) {
                fed.beginWith(time == 2 ? c.agreement().norms() : some(dice));
                for (Record record : c.records()) {
                    fed.accept(record);
                    if (dice.chance(0.2)) {
                        fed.advance(record.recorded());
                    }
                }
                for (long moment : c.moments()) {
                    found = found.isPresent()
                                    || (time == 2 && moment != c.moments().getLast())
                            ? found
                            : fed.advance(moment).compare("the time " + (time + 1), moment);
                }
            }
            return found;
        }

        /** Some clauses; of what may be done, some is demanded. */
        private List<Norm> some(Dice dice) {
            List<Norm> some = new ArrayList<>();
            for (Norm norm : c.agreement().norms()) {
                if (dice.chance(0.7)) {
                    boolean demanded = dice.chance(0.5);
                    some.add(Duties.permitted(norm)
                            .filter(act -> demanded)
                            .map(act -> norm.withDuty(Duty.once(act)))
                            .orElse(norm));
                }
            }
            return some;
        }

        private Optional<Disagreement> asTheyBecameKnown() {
            boolean first = c.seed() % 2 == 1;
            Fed fed = first
                    ? new Fed("")
                    : new Fed("after another history, ").afterAnotherHistory(new Dice(c.seed() + 11));
            Optional<Disagreement> found = Optional.empty();
            List<Long> moments = new ArrayList<>(c.moments());
            for (Record record : c.records()) {
                if (found.isEmpty()) {
                    found = fed.advance(record.recorded())
                            .accept(record)
                            .compare("after " + record.id() + " became known", record.recorded());
                }
            }
            for (long moment : moments) {
                found = found.isPresent()
                        ? found
                        : fed.advance(moment).compare("later, with no further record", moment);
            }
            // and back again, to moments at which something was different
            for (int i = 0; i < Math.min(3, c.records().size()); i++) {
                long earlier = c.records().get(i * (c.records().size() - 1) / 3).recorded();
                found = found.isPresent() ? found : fed.advance(earlier).compare("moved back", earlier);
            }
            if (!moments.isEmpty()) {
                long last = moments.getLast();
                found = found.isPresent() ? found : fed.advance(last).compare("back and forth again", last);
            }
            return found;
        }

        private Optional<Disagreement> inAnyOrder() {
            Dice dice = new Dice(c.seed() + 7);
            Fed fed = new Fed("in another order of arrival, ").afterAnotherHistory(dice);
            boolean written = dice.chance(0.3);
            for (Record record : dice.shuffled(c.records())) {
                if (dice.chance(0.5)) {
                    fed.advance(record.recorded());
                }
                fed.accept(record);
                if (written && dice.chance(0.2)) {
                    fed.goOnFromSnapshot();
                }
            }
            List<Long> moments = new ArrayList<>(c.moments());
            c.records().stream().map(Record::recorded).max(Long::compare).ifPresent(moments::addFirst);
            Optional<Disagreement> found = Optional.empty();
            for (long moment : moments) {
                found = found.isPresent() ? found : fed.advance(moment).compare("all records taken", moment);
            }
            return found.isPresent() || c.seed() % 8 != 0 ? found : takenBack(fed);
        }

        /** In one case of eight, for it takes long. */
        private Optional<Disagreement> takenBack(Fed fed) {
            Optional<Disagreement> found = Optional.empty();
            for (Record withdrawal : TakenBack.each(c.records())) {
                found = found.isPresent() ? found : fed.takeBack(withdrawal);
            }
            return found;
        }

        /** A monitor, and what it was given. */
        private final class Fed {
            private final String how;
            private final List<Record> given = new ArrayList<>();
            private Agreement told = c.agreement();
            private Optional<WatchedMonitor> monitor = Optional.empty();
            private Optional<Throwable> broke = Optional.empty();
            private long now = Long.MIN_VALUE;

            Fed(String how) {
                this.how = how;
                attempt(() -> monitor = Optional.of(new WatchedMonitor(c.agreement(), made)));
            }

            /** A monitor that begins again says what a new one says, whatever it was told before. */
            Fed afterAnotherHistory(Dice dice) {
                for (Record record : dice.shuffled(c.records())) {
                    if (dice.chance(0.5)) {
                        attempt(() -> monitor.orElseThrow().accept(record));
                        advance(record.recorded());
                    }
                }
                c.moments().stream().findFirst().ifPresent(this::advance);
                attempt(() -> monitor.orElseThrow().verdicts(now));
                attempt(() -> monitor.orElseThrow().begin());
                return this;
            }

            /** With these clauses in place of those of the text, and nothing that was told before. */
            void beginWith(List<Norm> norms) {
                given.clear();
                now = Long.MIN_VALUE;
                told = c.agreement().withNorms(norms);
                attempt(() -> monitor.orElseThrow().begin(norms));
            }

            Fed accept(Record record) {
                given.add(record);
                attempt(() -> monitor.orElseThrow().accept(record));
                return this;
            }

            Fed goOnFromSnapshot() {
                attempt(() -> monitor.orElseThrow().goOnFromSnapshot());
                return this;
            }

            Fed advance(long now) {
                this.now = now;
                attempt(() -> monitor.orElseThrow().advanceTo(now));
                return this;
            }

            Optional<Disagreement> takeBack(Record withdrawal) {
                return accept(withdrawal).compare("when it " + withdrawal.id(), now);
            }

            private void attempt(Runnable step) {
                if (broke.isEmpty()) {
                    try {
                        step.run();
                    } catch (RuntimeException | StackOverflowError | AssertionError e) {
                        broke = Optional.of(e);
                    }
                }
            }

            Optional<Disagreement> compare(String when, long now) {
                Set<Verdict> expected = Reference.verdicts(told, given, Long.MAX_VALUE, now);
                List<Verdict> found = new ArrayList<>();
                attempt(() -> found.addAll(monitor.orElseThrow().verdicts(now)));
                return broke.isEmpty() && expected.equals(new HashSet<>(found))
                        ? Optional.empty()
                        : Optional.of(new Disagreement(how + when, now, expected, new HashSet<>(found), broke));
            }
        }
    }
}
