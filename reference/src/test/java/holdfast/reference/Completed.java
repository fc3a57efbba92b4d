package holdfast.reference;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.reference.Reference.Told;
import holdfast.reference.random.CaseText;
import holdfast.reference.random.RandomCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The law of section 14 on one case: a sure verdict is the verdict of every completion. */
public final class Completed {
    private Completed() {}

    /** Where the law is broken, and which; empty if it holds as far as was tried. */
    public static Optional<String> broken(RandomCase c) {
        if (isBeyond(c.agreement())) {
            return Optional.empty();
        }
        for (long now : moments(c)) {
            List<Told> told = told(c, now, Completion.NOTHING);
            for (Completion.Where where : Completion.Where.values()) {
                long seed = c.seed() * 10 + where.ordinal();
                Optional<String> broken = broken(told, told(c, now, Completion.of(where, seed)));
                if (broken.isPresent()) {
                    return Optional.of("at " + now + ", times completed " + where + ": " + broken.get());
                }
            }
        }
        return Optional.empty();
    }

    /** One in the midst of what is known, one later. */
    private static List<Long> moments(RandomCase c) {
        List<Long> moments = new ArrayList<>();
        if (!c.records().isEmpty()) {
            moments.add(c.records().get(c.records().size() / 2).recorded());
        }
        if (!c.moments().isEmpty()) {
            moments.add(c.moments()
                    .get((int) Math.floorMod(c.seed(), (long) c.moments().size())));
        }
        return moments;
    }

    private static List<Told> told(RandomCase c, long now, Completion completion) {
        return Reference.told(c.agreement(), c.records(), now, now, completion).stream()
                .filter(t -> c.agreement().norms().stream()
                        .noneMatch(n -> n.id().equals(t.instance().clause()) && lasts(n)))
                .toList();
    }

    // of what the law does not speak (section 14)

    private static boolean lasts(Norm norm) {
        return norm.duty() instanceof Duty.Keep || norm.duty() instanceof Duty.Recur;
    }

    private static boolean isBeyond(Agreement agreement) {
        boolean lasting = agreement.norms().stream().anyMatch(Completed::lasts);
        String text = CaseText.of(agreement);
        boolean several =
                agreement.definitions().stream().anyMatch(d -> !(d.derivation() instanceof Definition.Select));
        boolean open = several && (text.contains("evidence for") || text.contains("of the report"));
        return open || (lasting && text.contains("breach"));
    }

    private static Optional<String> broken(List<Told> told, List<Told> completed) {
        for (Told v : told) {
            boolean isRecord = isSure(v) && !isConfirmed(v);
            if (isRecord && completed.stream().noneMatch(w -> agrees(v, w)) && !needNotBe(v, completed)) {
                return Optional.of(name(v) + " is told: " + text(v) + "\n  completed: " + all(v, completed));
            }
        }
        for (Told w : completed) {
            boolean covered = told.stream()
                    .anyMatch(
                            v -> isWindowOf(v, w) || (isSame(v, w) && (!isSure(v) || isConfirmed(v) || agrees(v, w))));
            if (isSure(w) && !covered && (w.instance().real() || told.stream().noneMatch(v -> isOpen(v, w)))) {
                return Optional.of(name(w) + " is completed: " + text(w) + "\n  told: " + all(w, told));
            }
        }
        return Optional.empty();
    }

    private static boolean needNotBe(Told v, List<Told> completed) {
        return !v.instance().sure()
                && v.instance().status() != Status.BREACHED
                && completed.stream()
                        .noneMatch(w -> isSame(v, w)
                                && w.instance().real()
                                && isIn(v.instance().due(), w.instance().due())
                                && !Collections.disjoint(
                                        v.instance().records(), w.instance().records()));
    }

    /** Where it is open how the windows of a recurring duty lie, one verdict without a window stands for all. */
    private static boolean isWindowOf(Told v, Told w) {
        return !isSure(v)
                && v.reading().equals(w.reading())
                && v.instance().clause().equals(w.instance().clause())
                && v.instance().bearer().equals(w.instance().bearer())
                && v.instance().key().isEmpty()
                && w.instance().key().containsKey("window");
    }

    /** There may be no instance where one is told: then the bearer, or anyone, has the verdict of those that have none. */
    private static boolean isOpen(Told v, Told w) {
        return v.reading().equals(w.reading())
                && v.instance().clause().equals(w.instance().clause())
                && (!v.instance().sure() || !isSure(v) || isConfirmed(v));
    }

    private static boolean isSure(Told v) {
        return v.instance().status() != Status.UNDETERMINED && !isBody(v.instance());
    }

    private static boolean isSame(Told v, Told w) {
        return v.reading().equals(w.reading())
                && v.instance().clause().equals(w.instance().clause())
                && v.instance().bearer().equals(w.instance().bearer())
                && v.instance().key().equals(w.instance().key());
    }

    private static boolean agrees(Told v, Told w) {
        return isSame(v, w)
                && isSaid(v.instance(), w.instance())
                && (v.instance().since().isEmpty()
                        || v.instance().status() != w.instance().status()
                        || isIn(v.instance().since(), w.instance().since()))
                && (isIn(v.instance().due(), w.instance().due()) || hasNoAnchor(v, w))
                && (v.instance().until().isEmpty()
                        || isIn(v.instance().until(), w.instance().until()));
    }

    /** The due of what may not be to be done is told for where it is; one that may have no end is not told. */
    private static boolean hasNoAnchor(Told v, Told w) {
        return v.instance().due().isEmpty()
                || (!v.instance().sure() && w.instance().due().isEmpty());
    }

    /** The same status; whether a breach was made good may be open, and a body's word or silence is no record of what happened. */
    private static boolean isSaid(Instance v, Instance w) {
        return v.status() == w.status()
                || (v.status() == Status.BREACHED
                        && w.status() == Status.CURED
                        && (v.cured().isPresent() || v.waiver() != Instance.Waiver.NO))
                || isBody(v)
                || isBody(w);
    }

    /** A body may have confirmed what the records leave open. */
    private static boolean isConfirmed(Told v) {
        return v.instance().standing() == Standing.CONFIRMED;
    }

    private static boolean isBody(Instance i) {
        return i.status() == Status.REFUTED || i.status() == Status.DISPUTED;
    }

    private static boolean isIn(Optional<Time> told, Optional<Time> completed) {
        return told.isPresent() == completed.isPresent()
                && (told.isEmpty()
                        || (told.get().lo() <= completed.get().lo()
                                && completed.get().hi() <= told.get().hi()));
    }

    private static String name(Told v) {
        return v.instance().clause() + " " + v.instance().bearer() + " "
                + v.instance().key();
    }

    private static String text(Told v) {
        Instance i = v.instance();
        return i.status() + " since " + i.since() + " due " + i.due() + " until " + i.until() + " " + i.records();
    }

    private static List<String> all(Told v, List<Told> from) {
        return from.stream().filter(w -> isSame(v, w)).map(Completed::text).toList();
    }
}
