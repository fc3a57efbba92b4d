package holdfast.server.room;

import holdfast.report.standing.Changes;

/** That something is different from what it was: what came into the record, and the verdicts that came, went or changed by it or by time alone. */
public record Change(Snapshot before, Snapshot after) {
    /** How a listener who has heard this calls it when it comes back: the moment itself, so that any server that has the record knows what that was. */
    public String id() {
        return id(after.moment());
    }

    static String id(Moment moment) {
        return moment.size() + "-" + moment.now();
    }

    public Changes verdicts() {
        return Changes.between(before.verdicts(), after.verdicts());
    }
}
