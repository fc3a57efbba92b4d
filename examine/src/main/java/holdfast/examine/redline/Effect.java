package holdfast.examine.redline;

/** In which direction a clause was changed for one bearer: whether it comes to be in breach, or owes, where it did not, or sooner; or the other way. */
public enum Effect {
    STRENGTHENED,
    WEAKENED,
    /** Some histories tell the one, some the other. */
    BOTH_WAYS;

    Effect and(Effect other) {
        return this == other ? this : BOTH_WAYS;
    }
}
