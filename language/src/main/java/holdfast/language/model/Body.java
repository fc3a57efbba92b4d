package holdfast.language.model;

import java.util.List;
import java.util.Optional;

/**
 * A body that decides (semantics, section 7).
 *
 * @param vetoes members with a veto
 * @param within its time limit
 * @param reading under which answers it is so; empty for most
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
        Reading reading,
        Origin origin) {
    /** A body that is the same under every reading. */
    public Body(
            String name,
            String title,
            List<String> members,
            Rule rule,
            List<String> vetoes,
            Optional<Span> within,
            boolean includingFirstDay,
            Silence silence,
            Origin origin) {
        this(name, title, members, rule, vetoes, within, includingFirstDay, silence, Reading.NONE, origin);
    }

    public Body {
        members = List.copyOf(members);
        vetoes = List.copyOf(vetoes);
    }

    /** The same body with other members, who decide by another rule and of whom none has a veto. */
    public Body withMembers(List<String> others, Rule by) {
        return new Body(name, title, others, by, List.of(), within, includingFirstDay, silence, reading, origin);
    }

    /** The same body with another time limit, counted without the first day where it is of days. */
    public Body within(Span limit) {
        return new Body(name, title, members, rule, vetoes, Optional.of(limit), false, silence, reading, origin);
    }

    public sealed interface Rule {
        record Consensus() implements Rule {}

        record Majority() implements Rule {}

        record AtLeast(int n) implements Rule {}

        /** The text does not say how it decides: from votes no decision follows. */
        record NotSaid() implements Rule {}

        /** It is consulted, and decides nothing. */
        record Advises() implements Rule {}
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
            case Rule.NotSaid _, Rule.Advises _ -> members.size();
        };
    }

    /** Whether a decision follows from votes; if not, only one that is reported counts. */
    public boolean decidesByVote() {
        return switch (rule) {
            case Rule.Consensus _, Rule.Majority _, Rule.AtLeast _ -> true;
            case Rule.NotSaid _, Rule.Advises _ -> false;
        };
    }
}
