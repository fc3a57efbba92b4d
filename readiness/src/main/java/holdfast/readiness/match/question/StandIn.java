package holdfast.readiness.match.question;

/**
 * An item that does for another: three of these for one of those.
 *
 * @param offered what may be sent
 * @param needed what it stands in for
 * @param sent how many of the offered item do for {@code counted} of the needed one; a part of them for its part
 * @param chained whether it also stands in where the needed item itself stands in for a third
 */
public record StandIn(String offered, String needed, int sent, int counted, boolean chained) {
    /** As faults name it. */
    public String id() {
        return offered + " for " + needed;
    }
}
