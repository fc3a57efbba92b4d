package holdfast.examine.found;

/** Whom a finding concerns. */
public enum Concern {
    /** Whoever has a part in its clauses. */
    WHO_HAS_A_PART,
    /** Whom the broken clause protects: it is about what follows the breach. */
    WHOM_IT_PROTECTS,
    /** Whom the broken clause protects, where nothing firmer than talk could follow the breach. */
    WHOM_NOTHING_FIRM_PROTECTS
}
