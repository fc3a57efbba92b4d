package holdfast.language.manuscript;

import holdfast.language.model.Actor;
import holdfast.language.model.Origin;
import java.util.List;

/** One change of what a document says. */
public sealed interface Change {

    /**
     * A statement instead of the one that stands there.
     *
     * @param at a place in the statement that goes
     * @param statement as the language writes it, on one line
     */
    record Rewrite(Origin at, String statement) implements Change {}

    /** @param at a place in the statement that goes */
    record Strike(Origin at) implements Change {}

    /**
     * Statements more, in the block in which another stands, behind all that is there.
     *
     * @param near a place in a statement of that block
     * @param statement as the language writes it, on one line
     */
    record Add(Origin near, String statement) implements Change {}

    /** A question answered: what stands for that answer stays, without its prefix; the question and what stands for its other answers goes. */
    record Settle(String question, String answer) implements Change {}

    /** Some in another role: as parties where they were actors or guarantors. */
    record Recast(List<String> actors, Actor.Role role) implements Change {}

    /**
     * A measure more, the strongest.
     *
     * @param near a place in the block that gets the order of measures, where there is none yet
     */
    record Measure(Origin near, String name) implements Change {}

    /**
     * Words more that people sign: a paragraph above a block.
     *
     * @param near a place in a statement of that block
     * @param paragraph on one line
     */
    record Words(Origin near, String paragraph) implements Change {}
}
