package holdfast.readiness.match.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in for what, through chains of at most three where they are said to go on. */
public final class StandIns {
    private static final int LONGEST_CHAIN = 3;

    private final List<StandIn> given;
    private final Map<String, Map<String, Ratio>> byNeeded = new HashMap<>();

    public StandIns(List<StandIn> given) {
        this.given = given;
    }

    /** How many of the offered item do for the needed one, if it does at all. */
    public Optional<Ratio> ratio(String offered, String needed) {
        if (offered.equals(needed)) {
            return Optional.of(Ratio.ONE);
        }
        return Optional.ofNullable(
                byNeeded.computeIfAbsent(needed, this::standInsFor).get(offered));
    }

    /** The shorter chain counts; of two of one length, that by which fewer have to be sent. */
    private Map<String, Ratio> standInsFor(String needed) {
        Map<String, Ratio> found = new HashMap<>();
        Map<String, Ratio> last = Map.of(needed, Ratio.ONE);
        for (int links = 1; links <= LONGEST_CHAIN && !last.isEmpty(); links++) {
            Map<String, Ratio> next = new HashMap<>();
            for (StandIn standIn : given) {
                Ratio onward = last.get(standIn.needed());
                boolean goesOn = links == 1 || standIn.chained();
                if (onward != null
                        && goesOn
                        && !found.containsKey(standIn.offered())
                        && !standIn.offered().equals(needed)) {
                    next.merge(
                            standIn.offered(),
                            Ratio.of(standIn.sent(), standIn.counted()).then(onward),
                            (one, other) -> other.isBetterThan(one) ? other : one);
                }
            }
            found.putAll(next);
            last = next;
        }
        return found;
    }
}
