package holdfast.examine.pen;

import holdfast.examine.found.Proposal;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an answer to a breach: who gives which measure, and by when. */
public final class Answering {
    private static final long HOUR = 3_600_000;
    private static final int USUAL_HOURS = 24;

    private final Subject subject;
    private final Agreement agreement;

    public Answering(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
    }

    /** A clock that is shorter than the shortest time in which things were lost. */
    public String clock() {
        long hours = hours();
        return hours + (hours == 1 ? " hour" : " hours");
    }

    public long hours() {
        return subject.losses().stream()
                .mapToLong(l -> Math.max(1, (l.millis() - 1) / HOUR))
                .reduce(USUAL_HOURS, Math::min);
    }

    /** Those who could give it, in the words of a bearer, likeliest first: all guarantors, the parties, or somebody whom the text has still to find. */
    private enum Giver {
        GUARANTORS,
        PARTIES,
        SOMEBODY_NEW
    }

    private List<Giver> givers() {
        List<Giver> givers = new ArrayList<>();
        if (!Roles.withRole(agreement, Actor.Role.GUARANTOR).isEmpty()) {
            givers.add(Giver.GUARANTORS);
        }
        if (Roles.withRole(agreement, Actor.Role.PARTY).size() > 1) {
            givers.add(Giver.PARTIES);
        }
        givers.add(Giver.SOMEBODY_NEW);
        return givers;
    }

    /** A clause that answers a breach of these, behind the last of them; none where none of them stands in the document itself. */
    public static List<Proposal> to(Subject subject, List<Norm> broken, boolean confirmed) {
        List<String> clauses = broken.stream().map(Norm::id).distinct().toList();
        return broken.isEmpty() ? List.of() : new Answering(subject).to(broken.getLast(), clauses, confirmed);
    }

    public static Trigger onBreach(Pen pen, List<String> clauses) {
        return new Trigger.OnBreach(
                pen.variable("B", "C", "D", "E", "F"), new ClauseRef(clauses), Optional.empty(), false, Origin.NONE);
    }

    /** By that clock, from what sets the answer off. */
    public Bound bound() {
        return new Bound.Within(new Span(hours(), Span.Unit.HOUR), false, new Anchor.OfTrigger());
    }

    /** Whether it must be given as soon. */
    public boolean isInTime(Norm norm) {
        return Duties.demandsOnce(norm)
                && Duties.within(norm)
                        .filter(w -> w.span().exact()
                                && w.span().count() * w.span().unit().millis() <= hours() * HOUR)
                        .isPresent();
    }

    /**
     * A clause that answers a breach of these, once for each who could give the answer.
     *
     * @param near behind which clause it comes
     * @param confirmed whether it follows only a confirmed breach, and then the confirmation
     */
    public List<Proposal> to(Norm near, List<String> clauses, boolean confirmed) {
        List<Proposal> proposals = new ArrayList<>();
        for (Giver giver : givers()) {
            Pen pen = new Pen(agreement);
            write(pen, near, clauses, confirmed, giver);
            proposals.addAll(pen.proposal());
        }
        return proposals;
    }

    /** The same with what a pen has written before. */
    public void write(Pen pen, Norm near, List<String> clauses, boolean confirmed) {
        write(pen, near, clauses, confirmed, givers().getFirst());
    }

    private void write(Pen pen, Norm near, List<String> clauses, boolean confirmed, Giver giver) {
        String breach = pen.variable("B", "C", "D", "E", "F");
        String bearer = pen.variable("G", "P", "Q", "H");
        String who = switch (giver) {
            case GUARANTORS -> "each guarantor " + bearer;
            case PARTIES -> "each party " + bearer;
            case SOMEBODY_NEW -> somebodyNew(pen);
        };
        String by = giver == Giver.SOMEBODY_NEW ? who : bearer;
        pen.clause(
                near,
                "on a " + (confirmed ? "confirmed " : "") + "breach " + breach + " of " + String.join(", ", clauses)
                        + ", " + who + " must " + act(pen, by, breach) + " within " + clock());
        pen.settle("`" + clock() + "`: how soon");
    }

    private static String somebodyNew(Pen pen) {
        String name = pen.name("Guarantor");
        pen.declare("actor " + name + " \"whoever guarantees it\"");
        pen.settle("`" + name + "`: who guarantees it");
        return name;
    }

    private String act(Pen pen, String by, String breach) {
        EventType event = firmest().orElse(null);
        if (event != null) {
            String about = event.attributes().stream()
                    .filter(a -> a.type() == ValueType.BREACH)
                    .map(a -> ", " + a.name() + " " + breach)
                    .findFirst()
                    .orElse("");
            return event.name() + "(" + event.actor().orElseThrow().name() + " " + by + about + ")";
        }
        String name = pen.name("impose_sanctions");
        pen.declare("event " + name + "(by: party, about: breach) is " + measure(pen));
        return name + "(by " + by + ", about " + breach + ")";
    }

    /** The weakest of the firm measures for which the text has an act: the least that has to be asked for. */
    private Optional<EventType> firmest() {
        List<EventType> firm = agreement.events().stream()
                .filter(e -> e.actor().isPresent() && subject.understood().isFirm(e.measure()))
                .toList();
        return firm.stream()
                .filter(e -> e.attributes().stream().anyMatch(a -> a.type() == ValueType.BREACH))
                .findFirst()
                .or(() -> firm.stream().findFirst());
    }

    /** A measure of the text that is more than talk; a new one where it has none. */
    private String measure(Pen pen) {
        Optional<String> firm = agreement.measures().stream()
                .filter(m -> subject.understood().isFirm(Optional.of(m)))
                .findFirst();
        if (firm.isPresent()) {
            pen.settle("what `" + firm.get() + "` are, as an act");
            return firm.get();
        }
        String name = pen.name("sanctions");
        pen.measure(name);
        pen.settle("`" + name + "`: which measure");
        return name;
    }
}
