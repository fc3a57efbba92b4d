package holdfast.language.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement about clauses, actors or terms that is no clause itself. */
public sealed interface Rule {
    Reading reading();

    Origin origin();

    /** {@code Commission confirms breaches of 2, and silence for 48 hours leaves them alleged}; empty body: nobody does. */
    record Confirms(Reading reading, Optional<String> body, ClauseRef of, Optional<Silence> silence, Origin origin)
            implements Rule {}

    record Silence(Span after, Meaning meaning) {
        public enum Meaning {
            ALLEGED,
            CONFIRMED,
            REFUTED
        }
    }

    /** Whose attribution settles who did it. */
    record Attributes(Reading reading, String by, Origin origin) implements Rule {}

    /**
     * {@code Mission corrects records of Press, "Daily Post"}: corrections and withdrawals by {@code by} take effect on the records of others.
     *
     * @param by the name of an actor or body, or a source as records word it
     * @param of likewise; empty: everybody
     */
    record Corrects(Reading reading, String by, List<String> of, Origin origin) implements Rule {
        public Corrects {
            of = List.copyOf(of);
        }
    }

    /** Who rules on an undefined term or on a question. */
    record RulesOn(Reading reading, String body, String name, Origin origin) implements Rule {}

    /** Acts of {@code affiliates} are breaches by {@code principal}. */
    record AnswersFor(Reading reading, String principal, List<String> affiliates, Origin origin) implements Rule {
        public AnswersFor {
            affiliates = List.copyOf(affiliates);
        }
    }

    /** {@code a breach of 2 ends after 24 hours without a further act}. */
    record QuietGap(Reading reading, ClauseRef of, Span gap, Origin origin) implements Rule {}

    record Evidence(Reading reading, ClauseRef of, Set<Basis> kinds, Origin origin) implements Rule {
        public Evidence {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * {@code accept F16 for 6.1 because "..."}: what the examiner finds there is meant. Verdicts do not depend on it.
     *
     * @param of empty if it is about the whole text
     */
    record Accepts(Reading reading, List<String> codes, Optional<ClauseRef> of, String reason, Origin origin)
            implements Rule {
        public Accepts {
            codes = List.copyOf(codes);
        }
    }

    /** {@code forces of Russia and ArmedUnit are in the area}: who the examiner takes to be armed there. Verdicts do not depend on it. */
    record ForcesInArea(Reading reading, List<String> actors, Origin origin) implements Rule {
        public ForcesInArea {
            actors = List.copyOf(actors);
        }
    }

    /** {@code readiness: pledge is pledged, delivery is received}: which events are which step of what is given. Verdicts do not depend on it. */
    record Readiness(Reading reading, List<Step> steps, Origin origin) implements Rule {
        public Readiness {
            steps = List.copyOf(steps);
        }
    }

    /** {@code in force while C}: a guard for the whole instrument. */
    record InForceWhile(Reading reading, Condition condition, Origin origin) implements Rule {}
}
