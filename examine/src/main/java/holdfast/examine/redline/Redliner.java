package holdfast.examine.redline;

import holdfast.engine.words.Wording;
import holdfast.examine.play.Resolved;
import holdfast.examine.redline.draft.ClauseNames;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.examine.redline.draft.Declarations;
import holdfast.examine.redline.draft.Essence;
import holdfast.examine.redline.draft.Pairing;
import holdfast.examine.redline.draft.Uses;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares two drafts. */
public final class Redliner {
    private static final int MOST_READINGS = 16;

    private final Limits limits;

    public Redliner(Limits limits) {
        this.limits = limits;
    }

    public Redline compare(Agreement before, Agreement after) {
        Pairing.Pairs pairs = Pairing.of(before, after);
        List<DeclarationChange> declarations = Declarations.changes(pairs);
        List<Compared> compared = new ArrayList<>();
        pairs.pairs().forEach(p -> compared.add(new Compared(p, pairs)));
        long left = compared.stream().filter(Compared::needsSearch).count();
        long work = limits.work();
        List<ClauseChange> clauses = new ArrayList<>();
        for (Compared one : compared) {
            Meaning meaning = one.known();
            if (one.needsSearch()) {
                // Each its share of the work that is left, so that one long search does not leave the others none.
                Searched searched = searched(one, work / left--);
                work = Math.max(0, work - searched.work());
                meaning = searched.meaning();
            }
            clauses.add(one.change(meaning, declarations));
        }
        boolean same = declarations.isEmpty() && clauses.stream().allMatch(c -> c.meaning() instanceof Meaning.Same);
        return new Redline(
                before,
                after,
                limits,
                clauses,
                declarations,
                same ? new GuaranteeChanges(List.of(), true, List.of()) : GuaranteeChanges.of(pairs, limits.work()));
    }

    private record Searched(Meaning meaning, long work) {}

    /** @param work how much there may be */
    private Searched searched(Compared one, long work) {
        long done = 0;
        List<Search.Result> results = new ArrayList<>();
        Map<String, Effect> effects = new TreeMap<>();
        List<ReadingPair> readings = one.readings();
        boolean leftOut = readings.size() > MOST_READINGS;
        long left = Math.min(readings.size(), MOST_READINGS);
        for (ReadingPair reading : readings.stream().limit(MOST_READINGS).toList()) {
            Search.Result result = new Search(
                            one.before(reading.before()),
                            one.after(reading.after()),
                            limits,
                            Math.max(0, work - done) / left--)
                    .run();
            done += result.work();
            results.add(result);
            result.effects().forEach((bearer, effect) -> effects.merge(bearer, effect, Effect::and));
        }
        Meaning.Looked looked = results.stream()
                .map(Search.Result::looked)
                .reduce(Meaning.Looked::and)
                .orElseThrow();
        Meaning.Looked said = leftOut ? looked.and(new Meaning.Looked(looked.acts(), 0, 0, false)) : looked;
        List<Witness> witnesses = new ArrayList<>();
        shortest(results, Search.Result::shortest).ifPresent(witnesses::add);
        if (witnesses.isEmpty()) {
            return new Searched(new Meaning.NotFound(said), done);
        }
        // Where it was changed both ways, one history for each.
        for (Effect effect : List.of(Effect.STRENGTHENED, Effect.WEAKENED)) {
            if (effects.containsValue(Effect.BOTH_WAYS)
                    && witnesses.stream().noneMatch(w -> w.effects().containsValue(effect))) {
                shortest(results, r -> Optional.ofNullable(r.telling().get(effect)))
                        .ifPresent(witnesses::add);
            }
        }
        return new Searched(new Meaning.Differs(witnesses, effects, said), done);
    }

    private static Optional<Witness> shortest(
            List<Search.Result> results, Function<Search.Result, Optional<Witness>> which) {
        return results.stream()
                .flatMap(r -> which.apply(r).stream())
                .min(Comparator.comparing((Witness w) -> !w.inBreach())
                        .thenComparing(w -> w.earlier().moves().size()));
    }

    /** A pair of clauses, and what each hangs on. */
    private static final class Compared {
        private final Pairing.Pair pair;
        private final Pairing.Pairs pairs;
        private final List<Norm> before;
        private final List<Norm> after;
        private final Optional<Uses> usesBefore;
        private final Optional<Uses> usesAfter;
        private final boolean sameWords;

        Compared(Pairing.Pair pair, Pairing.Pairs pairs) {
            this.pair = pair;
            this.pairs = pairs;
            this.before = norms(pairs.before().agreement(), pair.before());
            this.after = norms(pairs.after().agreement(), pair.after());
            this.usesBefore = pair.before().map(id -> Uses.of(pairs.before().agreement(), id, pairs.before()));
            this.usesAfter = pair.after().map(id -> Uses.of(pairs.after().agreement(), id, pairs.after()));
            this.sameWords = said(before, pairs.before()).equals(said(after, pairs.after()));
        }

        private static List<Norm> norms(Agreement agreement, Optional<String> id) {
            return agreement.norms().stream()
                    .filter(n -> id.equals(Optional.of(n.id())))
                    .toList();
        }

        private static List<Object> said(List<Norm> norms, ClauseNames names) {
            return norms.stream().map(new Essence(names::covered)::of).toList();
        }

        boolean needsSearch() {
            return known() instanceof Meaning.NotFound;
        }

        /** What needs no search; not found, where one is needed. */
        Meaning known() {
            if (before.isEmpty() || after.isEmpty()) {
                return new Meaning.OneSided();
            }
            if (sameWords && differing().isEmpty()) {
                return new Meaning.Same();
            }
            boolean permits = Stream.concat(before.stream(), after.stream()).noneMatch(Duties::obliges);
            return permits ? new Meaning.OnlyPermits() : new Meaning.NotFound(new Meaning.Looked(-1, 0, 0, false));
        }

        /** The names of the things used that differ. */
        private Set<String> differing() {
            return differing(Uses::essences);
        }

        private Set<String> differing(Function<Uses, Map<String, Object>> what) {
            Map<String, Object> then = usesBefore.map(what).orElse(Map.of());
            Map<String, Object> later = usesAfter.map(what).orElse(Map.of());
            Set<String> all = new TreeSet<>(then.keySet());
            all.addAll(later.keySet());
            all.removeIf(k -> Objects.equals(then.get(k), later.get(k)));
            return all;
        }

        Side before(Reading reading) {
            return side(pairs.before().agreement(), reading, pair.before(), usesBefore);
        }

        Side after(Reading reading) {
            return side(pairs.after().agreement(), reading, pair.after(), usesAfter);
        }

        private static Side side(Agreement whole, Reading reading, Optional<String> clause, Optional<Uses> uses) {
            Uses used = uses.orElseThrow();
            Map<String, String> answers = new HashMap<>(reading.answers());
            answers.keySet().retainAll(Hanging.questionsOf(whole).getOrDefault(clause.orElseThrow(), Set.of()));
            Reading own = new Reading(answers);
            Agreement part = Resolved.only(
                    Resolved.under(whole, reading), n -> used.clauses().contains(n.id()));
            return new Side(whole, own, part, clause.orElseThrow(), used);
        }

        List<ReadingPair> readings() {
            Agreement then = pairs.before().agreement();
            Agreement later = pairs.after().agreement();
            return ReadingPair.of(then, hangs(then, pair.before()), later, hangs(later, pair.after()));
        }

        private static Set<Question> hangs(Agreement agreement, Optional<String> clause) {
            Set<String> names = Hanging.questionsOf(agreement).getOrDefault(clause.orElse(""), Set.of());
            Set<Question> questions = new LinkedHashSet<>();
            agreement.questions().stream().filter(q -> names.contains(q.name())).forEach(questions::add);
            return questions;
        }

        ClauseChange change(Meaning meaning, List<DeclarationChange> declarations) {
            ClauseChange.Formal formal = before.isEmpty()
                    ? ClauseChange.Formal.ADDED
                    : after.isEmpty()
                            ? ClauseChange.Formal.REMOVED
                            : sameWords ? ClauseChange.Formal.SAME : ClauseChange.Formal.REWRITTEN;
            boolean both = !before.isEmpty() && !after.isEmpty();
            return new ClauseChange(
                    before,
                    after,
                    formal,
                    both
                            && !prose(pairs.before().agreement(), before)
                                    .equals(prose(pairs.after().agreement(), after)),
                    both ? touching(declarations) : List.of(),
                    meaning,
                    beneficiaries());
        }

        /** The heading without its number, and the text, with the spaces between words all alike. */
        private static String prose(Agreement agreement, List<Norm> norms) {
            Article article = agreement.article(norms.getFirst().origin());
            String heading = article.number().isEmpty()
                    ? article.heading()
                    : article.heading().replaceFirst(java.util.regex.Pattern.quote(article.number()), "");
            return (heading + "\n" + article.text()).strip().replaceAll("\\s+", " ");
        }

        private List<DeclarationChange> touching(List<DeclarationChange> declarations) {
            Set<String> names = differing(Uses::finders);
            List<DeclarationChange> touching = new ArrayList<>();
            for (String used : differing()) {
                usesBefore.ifPresent(u -> names.addAll(u.declarations(used)));
                usesAfter.ifPresent(u -> names.addAll(u.declarations(used)));
                if (used.startsWith("clause ")) {
                    touching.add(clause(used));
                }
            }
            declarations.stream().filter(d -> names.contains(d.what())).forEach(touching::add);
            return touching;
        }

        private DeclarationChange clause(String used) {
            return new DeclarationChange(
                    used.replace("only before ", "").replace("only after ", ""),
                    words(pairs.before(), used),
                    words(pairs.after(), used));
        }

        private static Optional<String> words(ClauseNames names, String used) {
            Wording wording = new Wording(names.agreement().zone());
            return names.agreement().norms().stream()
                    .filter(n -> used.equals("clause " + names.of(n.id())))
                    .map(n -> n.id() + " " + wording.clause(n))
                    .reduce((a, b) -> a + "; " + b);
        }

        private List<String> beneficiaries() {
            Agreement agreement = (after.isEmpty() ? pairs.before() : pairs.after()).agreement();
            Norm norm = (after.isEmpty() ? before : after).getFirst();
            List<Optional<String>> bearers = Roles.bearers(norm);
            Set<String> found = new LinkedHashSet<>(
                    Sides.protectedBy(agreement, norm, bearers.size() == 1 ? bearers.getFirst() : Optional.empty()));
            // What answers somebody's breach is not there for the one who is in breach.
            norm.trigger().flatMap(Compared::breaker).ifPresent(found::remove);
            return List.copyOf(found);
        }

        private static Optional<String> breaker(Trigger trigger) {
            Optional<Term> by = switch (trigger) {
                case Trigger.OnBreach b -> b.by();
                case Trigger.Continues c -> c.breach().by();
                case Trigger.GrowsInto g -> g.breach().by();
                case Trigger.OnEvent ignored -> Optional.empty();
                case Trigger.OnOutcome ignored -> Optional.empty();
                case Trigger.OnState ignored -> Optional.empty();
            };
            return by.flatMap(
                    t -> t instanceof Term.Constant(Value.Actor(String name)) ? Optional.of(name) : Optional.empty());
        }
    }
}
