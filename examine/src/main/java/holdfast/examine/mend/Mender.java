package holdfast.examine.mend;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.check.Check;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.GuaranteeChanges;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tries what the checks propose. Counts what that costs as the examiner does, and so stops at the same place on every machine. */
public final class Mender {
    private static final Set<GuaranteeChange.Kind> WORSE =
            Set.of(GuaranteeChange.Kind.LOST, GuaranteeChange.Kind.WEAKER, GuaranteeChange.Kind.LATER);

    private static final List<String> WAYS_OUT = Catalogue.numbers(Check::isAWayOut);

    private static final int MOST_STEPS = 64;

    private final Examiner examiner;
    private final Function<Manuscript, Optional<Agreement>> reader;
    private final long allowed;
    private final int most;
    private final Map<String, Optional<Examination>> drafts = new HashMap<>();
    private final Ahead ahead;
    private long spent;

    /**
     * @param examiner with the bounds of the first examination
     * @param reader reads a changed document with its annexes and maps; empty where it cannot be used
     * @param allowed how much may be played in all, in units of the bound of work
     * @param most how many texts for one finding, at most; 1 or more
     */
    public Mender(Examiner examiner, Function<Manuscript, Optional<Agreement>> reader, long allowed, int most) {
        this.examiner = examiner;
        this.reader = reader;
        this.allowed = allowed;
        this.most = most;
        this.ahead = new Ahead(examiner.workers());
    }

    /** For each finding that the drafters have not accepted, what can be written instead; in the order of the findings. */
    public Map<Finding, Tried> tried(Manuscript document, Examination examination) {
        Map<Finding, Tried> tried = new LinkedHashMap<>();
        List<Finding> open = examination.findings().stream()
                .filter(f -> f.accepted().isEmpty())
                .toList();
        for (int i = 0; i < open.size(); i++) {
            List<Finding> next = open.subList(i + 1, open.size());
            tried.put(open.get(i), tried(document, examination, open.get(i), next));
        }
        ahead.stop();
        return tried;
    }

    /** What can be written instead for one finding. */
    public Tried tried(Manuscript document, Examination before, Finding finding) {
        return tried(document, before, finding, List.of());
    }

    /** @param next those for which something is likely to be tried afterwards */
    private Tried tried(Manuscript document, Examination before, Finding finding, List<Finding> next) {
        List<Proposal> proposals = before.proposals().getOrDefault(finding, List.of());
        Optional<String> beyond =
                Catalogue.valueOf(finding.code().name()).check().beyondText();
        if (proposals.isEmpty() && beyond.isPresent()) {
            return new Tried.BeyondText(beyond.get());
        }
        // What was cut off cannot be compared, and a text so large is not played again and again.
        if (!before.partial().isEmpty()) {
            return new Tried.NotTried();
        }
        List<Mend> ends = new ArrayList<>();
        List<Mend> eases = new ArrayList<>();
        int count = 0;
        for (Proposal proposal : proposals) {
            if (ends.size() >= most) {
                break;
            }
            lookAhead(document, before, proposal, next);
            Optional<Manuscript> draft = ahead.draft(document, proposal);
            // What the text cost as it stands is what one more trial of it will cost, about.
            boolean isKnown =
                    draft.map(Manuscript::text).filter(drafts::containsKey).isPresent();
            if (!isKnown && spent + before.work() > allowed) {
                return found(ends, eases, new Tried.NotTried());
            }
            count++;
            Optional<Examination> after = draft.flatMap(this::examined);
            // All that may be played was not enough for it: then it was not tried, whatever it would have ended.
            if (after.filter(a -> !a.partial().isEmpty()).isPresent() && spent >= allowed) {
                return found(ends, eases, new Tried.NotTried());
            }
            after.flatMap(a -> mend(document, before, finding, proposal, draft.orElseThrow(), a))
                    .ifPresent(m -> (m.effect() == Mend.Effect.ENDS ? ends : eases).add(m));
        }
        return found(ends, eases, new Tried.NoneFound(count));
    }

    /**
     * The document with a mend for each finding that has one: each is tried in the draft that has those before it. What gains most comes first.
     *
     * @param codes only findings of these kinds; empty: all that fire
     */
    public Mended mended(Manuscript document, Examination examination, Set<String> codes) {
        Manuscript draft = document;
        Examination now = examination;
        List<Mend> done = new ArrayList<>();
        Set<String> vain = new HashSet<>();
        Optional<Finding> next = next(now, codes, vain);
        while (next.isPresent() && done.size() < MOST_STEPS) {
            Finding finding = next.get();
            vain.add(key(finding));
            if (tried(draft, now, finding) instanceof Tried.Found found) {
                Mend mend = found.first();
                done.add(mend);
                draft = mend.draft();
                now = mend.examination();
            }
            next = next(now, codes, vain);
        }
        return new Mended(draft, now, done);
    }

    private static Optional<Finding> next(Examination examination, Set<String> codes, Set<String> vain) {
        return examination.findings().stream()
                .filter(f -> f.accepted().isEmpty() && !vain.contains(key(f)))
                .filter(f -> codes.isEmpty()
                        ? f.weight() == Finding.Weight.FIRES
                        : codes.contains(f.code().name()))
                .min(Comparator.comparingInt(f -> f.code().gain()));
    }

    private static String key(Finding finding) {
        return finding.code() + " " + finding.weight() + " " + finding.clauses();
    }

    private Tried found(List<Mend> ends, List<Mend> eases, Tried otherwise) {
        List<Mend> all = new ArrayList<>(ends);
        all.addAll(eases);
        return all.isEmpty() ? otherwise : new Tried.Found(all.subList(0, Math.min(most, all.size())));
    }

    private static Optional<Mend> mend(
            Manuscript document,
            Examination before,
            Finding finding,
            Proposal proposal,
            Manuscript draft,
            Examination after) {
        Optional<Mend.Effect> effect = effect(finding, after);
        boolean partial = !after.partial().isEmpty();
        if (effect.isEmpty()
                || partial
                || !begun(before, after, Finding.Weight.FIRES).isEmpty()
                || opensAWayOut(before, after)) {
            return Optional.empty();
        }
        GuaranteeChanges table = GuaranteeChanges.between(before, after);
        if (table.changes().stream().anyMatch(Mender::isWorse)) {
            return Optional.empty();
        }
        List<Finding> ended = before.findings().stream()
                .filter(f -> f != finding && f.accepted().isEmpty())
                .filter(f -> effect(f, after).filter(Mend.Effect.ENDS::equals).isPresent())
                .toList();
        return Optional.of(new Mend(
                finding,
                proposal,
                document.passages(proposal.changes()),
                effect.get(),
                draft,
                after,
                table,
                ended,
                begun(before, after, Finding.Weight.LESSER)));
    }

    /** Whether something takes an act out of a prohibition for ever that did not before; or what was answered is so no more once somebody has done something first. */
    private static boolean opensAWayOut(Examination before, Examination after) {
        return !waysOut(before).containsAll(waysOut(after))
                || after.guarantees().stream()
                        .filter(g -> g.evadedBefore() && g.measure().isEmpty())
                        .anyMatch(g -> before.guarantees().stream()
                                .anyMatch(o -> o.measure().isPresent()
                                        && o.prohibition().equals(g.prohibition())
                                        && o.violator().equals(g.violator())));
    }

    /** The clauses that are so found, accepted or not. */
    private static Set<String> waysOut(Examination examination) {
        Set<String> clauses = new HashSet<>();
        examination.findings().stream()
                .filter(f -> WAYS_OUT.contains(f.code().name()))
                .forEach(f -> clauses.addAll(f.clauses()));
        return clauses;
    }

    /** The same draft can be proposed against several findings: it is played once. A draft can cost far more than the text: it gets what is left. */
    private Optional<Examination> examined(Manuscript draft) {
        Optional<Examination> known = drafts.get(draft.text());
        if (known == null) {
            Examiner within = examiner.withinWork(Math.max(1, allowed - spent));
            known = ahead.examination(draft)
                    .flatMap(e -> e.within(within.bounds().work()))
                    .or(() -> reader.apply(draft).map(within::examine));
            spent += known.map(Examination::work).orElse(0L);
            drafts.put(draft.text(), known);
        }
        return known;
    }

    /** Has the others begin with what is likely to be tried soon: the first text for each of the next findings. */
    private void lookAhead(Manuscript document, Examination before, Proposal now, List<Finding> next) {
        if (spent + before.work() <= allowed) {
            // All that is left, although what is tried now takes some of it: what is broken off is played again.
            Examiner within = examiner.withinWork(Math.max(1, allowed - spent));
            Stream<Proposal> soon = next.stream()
                    .flatMap(f -> before.proposals().getOrDefault(f, List.of()).stream()
                            .limit(1));
            ahead.begin(
                    document,
                    Stream.concat(Stream.of(now), soon).toList(),
                    draft -> drafts.containsKey(draft.text()),
                    draft -> reader.apply(draft).map(within::examine));
        }
    }

    /** A stronger answer that comes later than a weaker one came is no loss: the weaker one is still owed, or its own row says that it is not. */
    private static boolean isWorse(GuaranteeChange change) {
        return change.kinds().stream().anyMatch(WORSE::contains)
                && !change.kinds().contains(GuaranteeChange.Kind.STRONGER);
    }

    /** What has become of a finding; empty where it is as it was, or was not looked for again. */
    private static Optional<Mend.Effect> effect(Finding finding, Examination after) {
        if (!after.wasLookedFor(finding.code())) {
            return Optional.empty();
        }
        List<Finding> left = after.findings().stream()
                .filter(f -> f.code() == finding.code() && isAboutTheSame(f, finding))
                .toList();
        if (left.isEmpty()) {
            return Optional.of(Mend.Effect.ENDS);
        }
        boolean lighter = finding.weight() == Finding.Weight.FIRES
                && left.stream().allMatch(f -> f.weight() == Finding.Weight.LESSER);
        return lighter ? Optional.of(Mend.Effect.EASES) : Optional.empty();
    }

    private static boolean isAboutTheSame(Finding one, Finding other) {
        return one.clauses().isEmpty()
                || other.clauses().isEmpty()
                || one.clauses().stream().anyMatch(other.clauses()::contains);
    }

    /** Findings of a weight of which there are more of their kind than before; those that are only lighter now are none. */
    private static List<Finding> begun(Examination before, Examination after, Finding.Weight weight) {
        List<Finding> begun = new ArrayList<>();
        for (Finding finding : after.findings()) {
            if (finding.weight() == weight && finding.accepted().isEmpty()) {
                long now = count(after, finding, weight);
                if (now > count(before, finding, weight) && !wasHeavier(before, finding)) {
                    begun.add(finding);
                }
            }
        }
        return begun;
    }

    private static boolean wasHeavier(Examination before, Finding finding) {
        return finding.weight() == Finding.Weight.LESSER && count(before, finding, Finding.Weight.FIRES) > 0;
    }

    private static long count(Examination examination, Finding like, Finding.Weight weight) {
        return examination.findings().stream()
                .filter(f -> f.code() == like.code()
                        && f.weight() == weight
                        && f.accepted().isEmpty())
                .count();
    }
}
