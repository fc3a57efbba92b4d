package holdfast.examine.mend;

import holdfast.examine.Examination;
import holdfast.examine.found.Proposal;
import holdfast.examine.play.Workers;
import holdfast.language.manuscript.Manuscript;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Texts that are likely to be tried soon, examined while another is. It only saves time: whoever tries them in their turn comes to the same, and what was begun in vain is forgotten.
 */
final class Ahead {
    private final Workers workers;
    private final Map<Proposal, Optional<Manuscript>> drafts = new IdentityHashMap<>();
    private final Map<String, ForkJoinTask<Optional<Examination>>> begun = new HashMap<>();

    Ahead(Workers workers) {
        this.workers = workers;
    }

    /** The document with what is proposed in it. */
    Optional<Manuscript> draft(Manuscript document, Proposal proposal) {
        return drafts.computeIfAbsent(proposal, p -> document.with(p.changes()));
    }

    /** Has as many begin as there are workers, the likeliest first. */
    void begin(
            Manuscript document,
            List<Proposal> soon,
            Predicate<Manuscript> isKnown,
            Function<Manuscript, Optional<Examination>> examine) {
        Iterator<Proposal> next =
                workers.many() > 1 ? soon.iterator() : List.<Proposal>of().iterator();
        while (next.hasNext() && begun.size() < workers.many()) {
            draft(document, next.next())
                    .filter(d -> !isKnown.test(d))
                    .ifPresent(d -> begun.computeIfAbsent(d.text(), text -> workers.begin(() -> examine.apply(d))));
        }
    }

    /** What came of examining a draft, where somebody has begun with it; empty otherwise, and where it cannot be read. */
    Optional<Examination> examination(Manuscript draft) {
        ForkJoinTask<Optional<Examination>> task = begun.remove(draft.text());
        return task == null ? Optional.empty() : task.join();
    }

    /** Nothing will be tried any more. */
    void stop() {
        begun.values().forEach(task -> task.cancel(false));
        begun.clear();
        drafts.clear();
    }
}
