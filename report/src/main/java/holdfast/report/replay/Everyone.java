package holdfast.report.replay;

import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import holdfast.report.standing.Replay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever is bound together with many others, and of whom the same is said as of all of them: the text has one word for them all. */
final class Everyone {
    /** So many names are read without tiring. */
    private static final int FEW = 3;

    private final Replay replay;

    Everyone(Replay replay) {
        this.replay = replay;
    }

    /** {@code each guarantor}; empty where some of them are missing, or they are few. */
    Optional<String> each(String clause, List<String> bearers) {
        return bound(clause, bearers).map(replay.texts().sentences()::bearer);
    }

    /** {@code all 8 of them}, behind a sentence that names them. */
    Optional<String> allOfThem(String clause, List<String> bearers) {
        return bound(clause, bearers).map(n -> "all " + bearers.size() + " of them");
    }

    /** Whether words of a clause name just these, so that nobody need name them again behind it. */
    boolean isSaid(String clause, Map<String, Set<String>> bearers, String words) {
        return bearers.size() == 1
                && bearers.keySet().iterator().next().isEmpty()
                && replay.agreement().norms().stream()
                        .filter(n -> n.id().equals(clause))
                        .allMatch(n -> named(n.bearer())
                                        .equals(bearers.values().iterator().next())
                                && named(n.bearer()).stream()
                                        .allMatch(a -> words.contains(
                                                replay.texts().names().name(a))));
    }

    private static Set<String> named(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Named(List<String> actors) -> Set.copyOf(actors);
            case Bearer.EachOf each -> Set.copyOf(each.actors());
            case Bearer.NobodyNamed _, Bearer.Bound _, Bearer.Anyone _ -> Set.of();
        };
    }

    /** The clause, where in every wording it binds these and no others. */
    private Optional<Norm> bound(String clause, List<String> bearers) {
        if (bearers.size() <= FEW) {
            return Optional.empty();
        }
        List<Norm> wordings = replay.agreement().norms().stream()
                .filter(n -> n.id().equals(clause))
                .toList();
        boolean all = wordings.stream()
                .allMatch(n -> n.bearer() instanceof Bearer.EachOf each
                        && Set.copyOf(each.actors()).equals(Set.copyOf(bearers)));
        return all ? wordings.stream().findFirst() : Optional.empty();
    }
}
