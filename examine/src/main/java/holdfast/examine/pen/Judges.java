package holdfast.examine.pen;

import holdfast.engine.words.Wording;
import holdfast.examine.found.Proposal;
import holdfast.examine.play.Cast;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who could judge instead of those about whom it would be: a body with another rule or other members, or one that has still to be set up. */
public final class Judges {
    private final Subject subject;
    private final Agreement agreement;

    public Judges(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
    }

    /** The same bodies, so changed that none of these can stop them; the least change first. */
    public List<Proposal> without(Collection<Body> bodies, Collection<String> suspects) {
        List<Proposal> proposals = new ArrayList<>();
        List<String> kinds = List.of("majority", "members", "chair");
        for (String kind : kinds) {
            Pen pen = new Pen(agreement);
            boolean all = true;
            for (Body body : bodies) {
                Optional<Body> other = switch (kind) {
                    case "majority" ->
                        Optional.of(body.withMembers(body.members(), new Body.Rule.Majority()))
                                .filter(b -> b.members().size() > 2);
                    case "members" -> {
                        List<String> left = body.members().stream()
                                .filter(m -> !suspects.contains(m))
                                .toList();
                        yield left.isEmpty()
                                ? Optional.empty()
                                : Optional.of(body.withMembers(
                                        left, left.size() > 2 ? new Body.Rule.Majority() : body.rule()));
                    }
                    default -> Optional.of(withChair(pen, body, suspects));
                };
                Optional<Body> free = other.filter(b -> isFree(b, suspects));
                free.ifPresent(pen::rewrite);
                all &= free.isPresent();
            }
            if (all) {
                proposals.addAll(pen.proposal());
            }
        }
        return proposals;
    }

    private static boolean isFree(Body body, Collection<String> suspects) {
        return suspects.stream().noneMatch(s -> body.members().contains(s) && Cast.canBlock(body, Set.of(s)))
                && (body.members().size() == 1
                        || body.need() < body.members().size()
                        || body.members().stream().noneMatch(suspects::contains));
    }

    /** With one more member, of whom the text has still to say who it is. */
    private Body withChair(Pen pen, Body body, Collection<String> suspects) {
        List<String> others = others(suspects);
        List<String> members = new ArrayList<>(body.members());
        others.stream().filter(o -> !members.contains(o)).findFirst().ifPresentOrElse(members::add, () -> {
            members.add(chair(pen));
        });
        while (members.size() < 3) {
            members.add(chair(pen));
        }
        return body.withMembers(members, new Body.Rule.Majority());
    }

    private static String chair(Pen pen) {
        String name = pen.name("Chair");
        pen.declare("actor " + name + " \"a chair from outside\" is mission");
        pen.settle("`" + name + "`: whom both sides accept as a chair from outside");
        return name;
    }

    /**
     * A body that decides, in which none of these can stop anything: one that the text has, or a new one.
     *
     * @return its name
     */
    public String body(Pen pen, Collection<String> suspects) {
        Optional<Body> there = agreement.bodies().stream()
                .filter(b -> b.decidesByVote() && b.reading().equals(Reading.NONE) && isFree(b, suspects))
                .findFirst();
        if (there.isPresent()) {
            return there.get().name();
        }
        List<String> members = others(suspects);
        if (members.isEmpty()) {
            members = List.of(chair(pen));
        }
        String name = pen.name("Panel");
        pen.declare("body " + name + " of " + Wording.list(members) + ", decides by majority");
        pen.settle("`" + name + "`: who sits in it");
        return name;
    }

    /**
     * Somebody who may say who did it: a body, or somebody who is no party and no suspect; otherwise somebody new.
     *
     * @return its name
     */
    public String finder(Pen pen, Collection<String> suspects) {
        Optional<String> watcher = subject.watch().mission().stream()
                .filter(m -> !suspects.contains(m))
                .findFirst();
        Optional<String> body = agreement.bodies().stream()
                .filter(b -> b.decidesByVote() && b.reading().equals(Reading.NONE) && isFree(b, suspects))
                .map(Body::name)
                .findFirst();
        if (watcher.isPresent() || body.isPresent()) {
            return watcher.or(() -> body).get();
        }
        String name = pen.name("Observers");
        pen.declare("actor " + name + " \"observers\" is mission");
        pen.settle("`" + name + "`: whom both sides accept to find what happened");
        return name;
    }

    /** Guarantors first, then those who are neither party nor armed. */
    private List<String> others(Collection<String> suspects) {
        List<String> parties = agreement.members("party").orElse(List.of());
        List<String> others = new ArrayList<>(agreement.members("guarantor").orElse(List.of()));
        others.removeIf(o -> suspects.contains(o) || parties.contains(o));
        if (others.isEmpty()) {
            agreement.actors().stream()
                    .filter(a -> a.role() == Actor.Role.OTHER
                            && !suspects.contains(a.name())
                            && !subject.understood().isArmedGroup(a)
                            && subject.watch().names().contains(a.name()))
                    .forEach(a -> others.add(a.name()));
        }
        return others;
    }
}
