package holdfast.examine.text;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Clauses that can never come due, or be broken, since what they ask for and its opposite would have to be so at once: {@code while s and not s}. Names for conditions are followed;
 * what is not seen to be a contradiction is not said to be one.
 */
public final class NeverInForce {
    /** More ways to read a condition are not looked at: then nothing is said. */
    private static final int MOST = 256;

    private final Agreement agreement;

    private NeverInForce(Agreement agreement) {
        this.agreement = agreement;
    }

    /** By number, in the order of the text. */
    public static List<String> clauses(Agreement agreement) {
        NeverInForce never = new NeverInForce(agreement);
        Set<String> possible = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            all.add(norm.id());
            if (!never.contradictsItself(norm)) {
                possible.add(norm.id());
            }
        }
        all.removeAll(possible);
        return List.copyOf(all);
    }

    private boolean contradictsItself(Norm norm) {
        List<Condition> asked = new ArrayList<>(List.of(norm.whileTrue(), norm.guard()));
        if (Duties.forbidsAct(norm)) {
            Duties.condition(norm).ifPresent(asked::add);
        }
        List<Set<String>> ways = ways(new Condition.All(asked), true);
        return ways.stream().allMatch(NeverInForce::contradictsItself);
    }

    private static boolean contradictsItself(Set<String> way) {
        return way.stream().anyMatch(a -> way.contains("not " + a));
    }

    /** What has to be so, way by way, for a condition to hold (or not to hold). */
    private List<Set<String>> ways(Condition condition, boolean holds) {
        return switch (condition) {
            case Condition.All c -> holds ? each(c.conditions(), true) : any(c.conditions(), false);
            case Condition.Any c -> holds ? any(c.conditions(), true) : each(c.conditions(), false);
            case Condition.Not c -> ways(c.condition(), !holds);
            case Condition.InState c -> named(c, holds);
            case Condition.HasHappened c -> atom("happened " + words(c.pattern()), holds);
            case Condition.NoneFor c -> atom("none " + words(c.pattern()) + c.span(), holds);
            case Condition.ClauseFulfilled c -> atom("fulfilled " + c.clause(), holds);
            case Condition.ClauseBreached c -> atom("breached " + c.clause() + c.by().orElse(""), holds);
            case Condition.LevelIs c -> atom("level " + words(c.level()) + c.comparison() + c.number(), holds);
            case Condition.Undefined c -> atom("term " + c.term(), holds);
            case Condition.Compare c -> atom("compare " + c.left() + c.comparison() + c.right(), holds);
            case Condition.InZone c -> atom("in " + c.place() + c.zone(), holds);
            case Condition.Distance c -> atom("at " + c.place() + c.within() + c.km() + c.zone(), holds);
        };
    }

    /** A state that is a name for a condition, in one way under all readings, is that condition. */
    private List<Set<String>> named(Condition.InState c, boolean holds) {
        List<State> meant = agreement.states().stream()
                .filter(s -> s.name().equals(c.state()))
                .toList();
        if (meant.size() == 1
                && meant.getFirst() instanceof State.Named s
                && s.parameters().isEmpty()) {
            return ways(s.condition(), holds);
        }
        return atom("state " + c.state() + c.arguments(), holds);
    }

    private static List<Set<String>> atom(String said, boolean holds) {
        return List.of(Set.of(holds ? said : "not " + said));
    }

    private static String words(Pattern pattern) {
        return pattern.event() + pattern.arguments();
    }

    private List<Set<String>> any(List<Condition> conditions, boolean hold) {
        List<Set<String>> all = new ArrayList<>();
        conditions.forEach(c -> all.addAll(ways(c, hold)));
        return all.size() > MOST ? List.of(Set.of()) : all;
    }

    private List<Set<String>> each(List<Condition> conditions, boolean hold) {
        List<Set<String>> all = List.of(Set.of());
        for (Condition c : conditions) {
            List<Set<String>> longer = new ArrayList<>();
            for (Set<String> way : ways(c, hold)) {
                for (Set<String> before : all) {
                    Set<String> both = new LinkedHashSet<>(before);
                    both.addAll(way);
                    longer.add(both);
                }
            }
            // Fewer conditions are asked for than there are: that can only hide a contradiction.
            all = longer.size() > MOST ? List.of(Set.of()) : longer;
        }
        return all;
    }
}
