package holdfast.examine.brute;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.examine.brute.Text.Deed;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Body;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A history, played as the page on the examiner says: from instant to instant, lazily or helpfully. */
final class History {
    enum Part {
        SCENE,
        VIOLATION,
        EVASION,
        REQUEST,
        HELP,
        DUTY
    }

    /** What is to happen at a time of its own. */
    record Planned(long at, Part part, Deed deed, Optional<Finding> finding) {
        static Planned act(Deed deed, long at, Part part) {
            return new Planned(at, part, deed, Optional.empty());
        }

        /** A body finds: on a breach of a clause or, where it is no clause, on a term. */
        record Finding(String body, Optional<String> clause, Optional<String> term) {}

        static Planned finding(Finding finding, long at) {
            return new Planned(at, Part.HELP, new Deed("", Map.of()), Optional.of(finding));
        }
    }

    /** A motion in a body on something, and the votes on it. */
    static List<Planned> motion(Body body, String on, Set<String> yes, long at, Part part) {
        Value id = new Value.Text(body.name() + " on " + on);
        List<Planned> all = new ArrayList<>();
        all.add(Planned.act(
                new Deed("motion", Map.of("of", new Value.Actor(body.name()), "id", id, "on", new Value.Text(on))),
                at,
                part));
        for (String member : body.members()) {
            Value choice = new Value.Text(yes.contains(member) ? "yes" : "no");
            all.add(Planned.act(
                    new Deed("vote", Map.of("by", new Value.Actor(member), "id", id, "choice", choice)), at, part));
        }
        return all;
    }

    /** A measure that somebody took because it had to. */
    record Given(
            String measure, int rank, String clause, String by, long at, boolean dated, String duty, boolean onBreach) {
        static final Comparator<Given> STRONGER = Comparator.comparingInt(Given::rank)
                .thenComparing(Given::dated)
                .thenComparing(g -> g.dated() ? -g.at() : 0L);

        /** Whether it is done because of the breach: under a duty that nobody has without it, or that the breach sets off once more. */
        boolean answers(Set<String> anyway) {
            return onBreach || !anyway.contains(duty);
        }
    }

    private final Text text;
    private final Agreement agreement;
    private final Set<String> idle;
    private final boolean helpful;
    private final long horizon;
    private final Monitor monitor;
    private final List<Given> given = new ArrayList<>();
    private final Set<String> impossible = new HashSet<>();
    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, Long> times = new TreeMap<>();
    private final Map<String, String> doers = new TreeMap<>();
    private final Map<String, Integer> attempts = new TreeMap<>();
    private boolean undated;
    private int violations;

    private History(Text text, Set<String> idle, boolean helpful, long horizon) {
        this.text = text;
        this.agreement = helpful ? text.helpful() : text.plain();
        this.idle = idle;
        this.helpful = helpful;
        this.horizon = horizon;
        this.monitor = new Monitor(agreement);
    }

    /** @param idle those who do nothing that they must */
    static History play(Text text, Set<String> idle, boolean helpful, List<Planned> plans, long horizon) {
        History history = new History(text, idle, helpful, horizon);
        history.through(
                plans.stream().sorted(Comparator.comparingLong(Planned::at)).toList());
        return history;
    }

    List<Given> given() {
        return given;
    }

    List<Verdict> verdicts() {
        return monitor.verdicts();
    }

    /** Whether somebody who is no breaker has broken a prohibition by what was planned of it. */
    boolean isUnlawful(Set<String> breakers, Part part) {
        for (Verdict v : monitor.verdicts()) {
            // Whatever was found later.
            boolean broken = switch (v.status()) {
                case BREACHED, UNDETERMINED, DISPUTED, REFUTED -> true;
                default -> false;
            };
            if (broken
                    && text.norm(v.clause())
                            .filter(n -> n.duty() instanceof Duty.Refrain)
                            .isPresent()) {
                for (String id : v.records()) {
                    if (parts.get(id) == part
                            && !breakers.contains(v.bearer())
                            && !breakers.contains(doers.getOrDefault(id, ""))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether one of these is in breach of another clause, and not because of the violation. */
    boolean isSomethingElseBroken(Set<String> breakers, String clause) {
        return monitor.verdicts().stream()
                .anyMatch(v -> v.isBreach()
                        && breakers.contains(v.bearer())
                        && !v.clause().equals(clause)
                        && v.records().stream().noneMatch(r -> parts.get(r) == Part.VIOLATION));
    }

    private void through(List<Planned> plans) {
        long now = plans.isEmpty() ? 0 : plans.getFirst().at();
        int next = 0;
        while (true) {
            monitor.advanceTo(now);
            while (next < plans.size() && plans.get(next).at() <= now) {
                happen(plans.get(next++), now);
            }
            long due = doWhatIsDue(now);
            long wake = monitor.nextWake();
            long then = Math.min(due, wake > Math.max(now, horizon) ? Long.MAX_VALUE : wake);
            if (next < plans.size()) {
                then = Math.min(then, plans.get(next).at());
            }
            if (then == Long.MAX_VALUE) {
                if (helpful || !doOneWithoutDeadline(now)) {
                    return;
                }
                then = now;
            }
            now = Math.max(now, then);
        }
    }

    /** The next instant at which something is due. */
    private long doWhatIsDue(long now) {
        long next;
        boolean done;
        do {
            next = Long.MAX_VALUE;
            done = false;
            for (Verdict owed : owed()) {
                long due = owed.due().map(Time::hi).orElse(Long.MAX_VALUE);
                if (helpful || due <= now) {
                    done |= fulfil(owed, now);
                } else {
                    next = Math.min(next, due);
                }
            }
        } while (done);
        return next;
    }

    private boolean doOneWithoutDeadline(long now) {
        boolean done = false;
        for (Verdict owed : owed()) {
            if (owed.due().isEmpty()) {
                undated = true;
                done |= fulfil(owed, now);
            }
        }
        return done;
    }

    private List<Verdict> owed() {
        return monitor.owed((clause, bearer, due) -> true).stream()
                .filter(v -> agreement.hasActor(v.bearer()) && !idle.contains(v.bearer()))
                .filter(v -> !impossible.contains(v.toString()))
                .toList();
    }

    /** By the plainest act that its pattern describes: by the bearer, about the breach. Two duties may look the same that are about two breaches: what is still owed is done about the next. */
    private boolean fulfil(Verdict owed, long now) {
        Norm norm = agreement.norms().stream()
                .filter(n -> n.id().equals(owed.clause()))
                .findFirst()
                .orElseThrow();
        Pattern act = ((Duty.Achieve) norm.duty()).act();
        boolean isAbout = act.arguments().stream().anyMatch(a -> a.attribute().equals("about"));
        List<String> breaches = isAbout ? breaches(norm, owed) : List.of("");
        int done = attempts.merge(owed.toString(), 1, Integer::sum);
        Map<String, Value> values = new TreeMap<>();
        values.put("by", new Value.Actor(owed.bearer()));
        for (Pattern.Argument argument : act.arguments()) {
            if (argument.attribute().equals("about")) {
                values.put("about", new Value.Reference(breaches.get(Math.min(done, breaches.size()) - 1)));
            } else if (argument.term() instanceof Term.Constant(Value value)) {
                values.put(argument.attribute(), value);
            }
        }
        String id = happen(Planned.act(new Deed(act.event(), values), now, Part.DUTY), now);
        text.measure(act.event())
                .filter(m -> !idle.contains(owed.bearer()))
                .ifPresent(m -> given.add(new Given(
                        m,
                        agreement.measures().indexOf(m),
                        norm.id(),
                        owed.bearer(),
                        now,
                        !undated,
                        norm.id() + " " + owed.bearer() + " " + owed.key(),
                        norm.trigger().isPresent()
                                && owed.records().stream().anyMatch(r -> parts.get(r) == Part.VIOLATION))));
        if (done >= breaches.size()) {
            impossible.add(owed.toString());
        }
        return !id.isEmpty();
    }

    /** By their first acts: the breaches that a duty may be about. One that grew, grew before it was over. */
    private List<String> breaches(Norm norm, Verdict owed) {
        List<String> acts = owed.records().stream()
                .filter(r -> parts.get(r) == Part.VIOLATION)
                .toList();
        if (norm.trigger().orElse(null) instanceof Trigger.GrowsInto grows) {
            long grown = acts.stream().mapToLong(times::get).max().orElse(0);
            List<String> all = monitor.verdicts().stream()
                    .filter(v -> v.isBreach() && grows.breach().of().covers(v.clause()))
                    .filter(v -> acts.containsAll(v.records()))
                    .filter(v -> v.until().map(Time::hi).orElse(Long.MAX_VALUE) >= grown)
                    .map(v -> v.records().getFirst())
                    .distinct()
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
        }
        return List.of(acts.isEmpty() ? owed.records().getFirst() : acts.getFirst());
    }

    private String happen(Planned plan, long now) {
        String id = plan.part() == Part.VIOLATION ? "v" + ++violations : "r" + (parts.size() + 1);
        parts.put(id, plan.part());
        times.put(id, now);
        plan.deed().doer().ifPresent(d -> doers.put(id, d));
        monitor.accept(
                plan.finding().isPresent() ? found(id, now, plan.finding().get()) : done(id, now, plan.deed()));
        return id;
    }

    private static Record found(String id, long now, Planned.Finding f) {
        return new Record.Finding(
                id,
                now,
                f.body(),
                Optional.empty(),
                Time.at(now),
                Optional.empty(),
                f.clause(),
                Optional.empty(),
                f.term(),
                "confirmed");
    }

    private static Record done(String id, long now, Deed deed) {
        return new Record.Observation(
                id,
                now,
                "brute force",
                Optional.empty(),
                deed.event(),
                Time.at(now),
                deed.values(),
                Basis.SEEN,
                Optional.empty());
    }
}
