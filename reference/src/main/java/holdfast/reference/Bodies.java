package holdfast.reference;

import holdfast.engine.Time;
import holdfast.language.model.Body;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Section 7: what bodies decide. */
record Bodies(OneReading reading) {

    /** A vote with any other choice is none. */
    private static final Set<String> CHOICES = Set.of("yes", "no", "abstain");

    List<Occurrence> decisions() {
        List<Occurrence> decisions = new ArrayList<>();
        for (Occurrence m : reading.occurrences("motion")) {
            for (Body body : reading.agreement.bodies()) {
                if (body.decidesByVote() && text(m, "of").equals(Optional.of(body.name()))) {
                    new Motion(m, body).decision().ifPresent(decisions::add);
                }
            }
        }
        return decisions;
    }

    private static Optional<String> text(Occurrence o, String attribute) {
        return switch (o.values().get(attribute)) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Actor(String name) -> Optional.of(name);
            case null, default -> Optional.empty();
        };
    }

    private final class Motion {
        private final Occurrence m;
        private final Body body;
        private final List<Occurrence> votes;
        private final Optional<Long> limit;

        Motion(Occurrence m, Body body) {
            this.m = m;
            this.body = body;
            votes = reading.occurrences("vote").stream()
                    .filter(v -> text(v, "id").isPresent() && text(v, "id").equals(text(m, "id")))
                    .filter(v -> text(v, "by").filter(body.members()::contains).isPresent())
                    .filter(v -> v.hi() >= m.lo())
                    .filter(v -> text(v, "choice").filter(CHOICES::contains).isPresent())
                    .toList();
            limit = body.within().map(s -> reading.calendar.deadline(m.hi(), s, body.includingFirstDay()));
        }

        /** It falls at the first t, among m.hi, the hi of the votes (not after T) and T, at which it is adopted or refused. */
        Optional<Occurrence> decision() {
            SortedSet<Long> moments = new TreeSet<>(List.of(m.hi()));
            votes.forEach(v -> moments.add(v.hi()));
            limit.ifPresent(moments::add);
            for (long t : moments) {
                if (limit.isPresent() && t > limit.get()) {
                    return Optional.empty();
                }
                Tally tally = tally(t);
                if (tally.adopted() || tally.refused()) {
                    boolean fallen = tally.atLimit() ? reading.now > t : reading.now >= t;
                    return fallen ? Optional.of(occurrence(t, tally)) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Occurrence occurrence(long t, Tally tally) {
            List<Occurrence> counted = new ArrayList<>(tally.votes().values());
            counted.add(m);
            Map<String, Value> values = new HashMap<>(m.values());
            values.put("result", new Value.Text(tally.adopted() ? "adopted" : "refused"));
            return Occurrence.derived(
                    "decision",
                    Time.at(t),
                    values,
                    counted.stream().allMatch(Occurrence::sure),
                    Occurrence.union(counted.stream().map(Occurrence::support).toList()));
        }

        /** Each member's vote is the latest with hi <= t (by hi, then id). */
        private Tally tally(long t) {
            Map<String, Occurrence> latest = new HashMap<>();
            votes.stream()
                    .filter(v -> v.hi() <= t)
                    .sorted(Occurrence.BY_LAST_INSTANT)
                    .forEach(v -> latest.put(text(v, "by").orElseThrow(), v));
            return new Tally(body, latest, limit.equals(Optional.of(t)));
        }
    }

    /** How the members stand at an instant; at the limit the silent are added as the body's rule of silence says. */
    private record Tally(Body body, Map<String, Occurrence> votes, boolean atLimit) {

        boolean adopted() {
            return count("yes", Body.Silence.CONSENT) >= body.need()
                    && body.vetoes().stream().noneMatch(v -> counts(v, "no", Body.Silence.REFUSAL))
                    && (atLimit || votes.keySet().containsAll(body.vetoes()));
        }

        boolean refused() {
            return body.vetoes().stream().anyMatch(v -> counts(v, "no", Body.Silence.REFUSAL))
                    || count("no", Body.Silence.REFUSAL) > body.members().size() - body.need()
                    || (atLimit && !adopted());
        }

        private long count(String choice, Body.Silence ifSilent) {
            return body.members().stream()
                    .filter(member -> counts(member, choice, ifSilent))
                    .count();
        }

        private boolean counts(String member, String choice, Body.Silence ifSilent) {
            Occurrence vote = votes.get(member);
            return vote == null
                    ? atLimit && body.silence() == ifSilent
                    : text(vote, "choice").equals(Optional.of(choice));
        }
    }
}
