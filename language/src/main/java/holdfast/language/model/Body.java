package holdfast.language.model;

import java.util.List;
import java.util.Optional;

/**
 * A body that decides (semantics, section 7).
 *
 * @param vetoes members with a veto
 * @param within its time limit
 */
public record Body(
        String name,
        String title,
        List<String> members,
        Rule rule,
        List<String> vetoes,
        Optional<Span> within,
        boolean includingFirstDay,
        Silence silence,
        Origin origin) {
    public Body {
        members = List.copyOf(members);
        vetoes = List.copyOf(vetoes);
    }

    public sealed interface Rule {
        record Consensus() implements Rule {}

        record Majority() implements Rule {}

        record AtLeast(int n) implements Rule {}
    }

    public enum Silence {
        CONSENT,
        REFUSAL,
        NO_VOTE
    }

    /** How many must say yes. */
    public int need() {
        return switch (rule) {
            case Rule.Consensus() -> members.size();
            case Rule.Majority() -> members.size() / 2 + 1;
            case Rule.AtLeast(int n) -> n;
        };
    }
}
