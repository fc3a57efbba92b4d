package holdfast.server.room;

import holdfast.report.standing.Changes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That something is different from what it was: what came into the record, and the verdicts that came, went or changed by it or by time alone. */
public record Change(Snapshot before, Snapshot after) {
    private static final Pattern ID = Pattern.compile("([0-9]{1,15})-(-?[0-9]{1,18})");

    /** How a listener who has heard this calls it when it comes back: the moment itself, so that any server that has the record knows what that was. */
    public String id() {
        return id(after.moment());
    }

    /** The moment that an id names; empty: it is none. */
    public static Optional<Moment> moment(String id) {
        Matcher read = ID.matcher(id);
        if (!read.matches()) {
            return Optional.empty();
        }
        long now = Long.parseLong(read.group(2));
        return Optional.of(new Moment(Long.parseLong(read.group(1)), now, now));
    }

    static String id(Moment moment) {
        return moment.size() + "-" + moment.now();
    }

    public Changes verdicts() {
        return Changes.between(before.verdicts(), after.verdicts());
    }
}
