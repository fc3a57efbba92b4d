package holdfast.examine.table;

import holdfast.examine.play.Answer;
import holdfast.examine.play.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guarantors who break their word: the worst so many, and the smallest sets without whom a measure does not follow. Of guarantors between whom the text makes no
 * difference only the number is tried.
 */
final class Defections {
    private static final int LARGEST_TRIED = 4;
    private static final int MOST_SETS = 6;

    private final Game game;
    private final List<Plan> course;
    private final List<List<String>> classes;
    private final List<String> guarantors;
    private final Effort effort;

    record Worst(List<String> defectors, Game.Outcome outcome) {}

    Defections(Game game, List<Plan> course, Symmetry symmetry, List<String> guarantors, Effort effort) {
        this.game = game;
        this.course = course;
        this.guarantors = guarantors;
        this.classes = symmetry.classes(guarantors);
        this.effort = effort;
    }

    /** The {@code k} whose defection leaves the least; the first so many where it makes no difference who. */
    Optional<Worst> worst(int k) {
        Optional<Worst> worst = Optional.empty();
        for (List<String> set : sets(k)) {
            if (effort.isOver()) {
                break;
            }
            Game.Outcome outcome = game.mustFollow(course, Set.copyOf(set));
            boolean less = worst.isEmpty()
                    || Game.VALUE.compare(
                                    outcome.answer(), worst.get().outcome().answer())
                            < 0;
            if (less) {
                worst = Optional.of(new Worst(set, outcome));
            }
        }
        return worst;
    }

    /** One set for each way to choose so many from the classes. */
    private List<List<String>> sets(int k) {
        List<List<String>> sets = new ArrayList<>();
        choose(k, 0, new ArrayList<>(), sets);
        return sets;
    }

    private void choose(int left, int from, List<String> chosen, List<List<String>> into) {
        if (left == 0) {
            into.add(List.copyOf(chosen));
            return;
        }
        if (from == classes.size()) {
            return;
        }
        List<String> ofThis = classes.get(from);
        for (int n = Math.min(left, ofThis.size()); n >= 0; n--) {
            List<String> longer = new ArrayList<>(chosen);
            longer.addAll(ofThis.subList(0, n));
            choose(left - n, from + 1, longer, into);
        }
    }

    /** The smallest sets without whom nothing as strong follows; a set stands for all like it. None if no set of guarantors can empty it. */
    List<List<String>> smallestThatEmpty(Game.Outcome outcome) {
        int rank = outcome.answer().map(Answer::rank).orElse(-1);
        Set<String> givers = new LinkedHashSet<>();
        outcome.played().answers().stream()
                .filter(a -> a.rank() >= rank)
                .forEach(a -> a.by().filter(guarantors::contains).ifPresent(givers::add));
        if (!givers.isEmpty() && eachSuffices(givers, rank) && falls(rank, List.copyOf(givers))) {
            // Whoever of them is left gives it by itself: all must go. More defectors never make an answer stronger.
            return List.of(List.copyOf(givers));
        }
        if (!falls(rank, guarantors)) {
            return List.of();
        }
        Few few = few(rank);
        if (!few.all() || !few.sets().isEmpty() || guarantors.size() <= LARGEST_TRIED) {
            return few.sets();
        }
        return many(rank, List.copyOf(givers));
    }

    /** @param all whether trying did not have to stop before it was through */
    private record Few(List<List<String>> sets, boolean all) {}

    /** The smallest sets among those that are small enough to try them all. */
    private Few few(int rank) {
        List<List<String>> found = new ArrayList<>();
        for (int k = 1; k <= Math.min(LARGEST_TRIED, guarantors.size()) && found.isEmpty(); k++) {
            for (List<String> set : sets(k)) {
                if (effort.isOver() || found.size() == MOST_SETS) {
                    return new Few(found, false);
                }
                if (falls(rank, set)) {
                    found.add(set);
                }
            }
        }
        return new Few(found, true);
    }

    /** All who give it, or everybody; then whoever can be spared is taken out. */
    private List<List<String>> many(int rank, List<String> givers) {
        List<String> set = falls(rank, givers) ? givers : falls(rank, guarantors) ? guarantors : List.of();
        if (set.isEmpty()) {
            return List.of();
        }
        List<String> needed = new ArrayList<>(set);
        for (String one : set) {
            List<String> fewer = new ArrayList<>(needed);
            fewer.remove(one);
            if (!effort.isOver() && falls(rank, fewer)) {
                needed = fewer;
            }
        }
        return List.of(needed);
    }

    /** Whether any one of them, all other guarantors defecting, still gives as much; of those like one another one is tried. */
    private boolean eachSuffices(Set<String> givers, int rank) {
        for (List<String> like : classes) {
            Optional<String> one = like.stream().filter(givers::contains).findFirst();
            if (one.isPresent()) {
                List<String> others = new ArrayList<>(guarantors);
                others.remove(one.get());
                if (effort.isOver() || falls(rank, others)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean falls(int rank, List<String> defectors) {
        return game.fallsBelow(rank, course, Set.copyOf(defectors));
    }
}
