package holdfast.language.model;

import java.util.List;

/** Who owes a duty. */
public sealed interface Bearer {

    /** {@code nobody named must ...}: an empty slot. */
    record NobodyNamed() implements Bearer {}

    /** Each of these actors by name. */
    record Named(List<String> actors) implements Bearer {
        public Named {
            actors = List.copyOf(actors);
        }
    }

    /**
     * {@code each party P}, {@code each G of Coalition}.
     *
     * @param set {@code party}, {@code guarantor} or the name of a group
     * @param actors its members
     */
    record EachOf(String variable, String set, List<String> actors) implements Bearer {
        public EachOf {
            actors = List.copyOf(actors);
        }
    }

    /** A variable that the trigger binds. */
    record Bound(String variable) implements Bearer {}

    /** {@code anyone A}: whoever the record names; for prohibitions only. The variable may be empty. */
    record Anyone(String variable) implements Bearer {}
}
