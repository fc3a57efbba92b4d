package holdfast.report.explain;

/**
 * Why the records do not decide.
 *
 * @param brief {@code only claimed by a side}: the kind of it, for where there is little room
 * @param said the whole of it, a clause without a full stop
 */
public record OpenPoint(String brief, String said) {}
