package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Judges;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Body;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F07: nothing is found unless all agree, those included about whom it is. */
record UnanimousFinding(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Set<String> suspects = new LinkedHashSet<>(Roles.withRole(subject.agreement(), Actor.Role.PARTY));
        Outlook.primary(subject).forEach(o -> suspects.add(o.violator()));
        boolean finds = false;
        Set<String> members = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        List<Reading> readings = new ArrayList<>();
        for (Deciding.Part part : new Deciding(subject.agreement()).parts()) {
            finds |= part.finds();
            Set<String> judges = new LinkedHashSet<>(part.body().members());
            judges.retainAll(suspects);
            if (part.needsEverybody() && part.body().members().size() > 1 && !judges.isEmpty()) {
                finds = true;
                members.addAll(judges);
                bodies.add(part.body().name());
                clauses.addAll(part.clauses());
                readings.add(part.reading());
            }
        }
        if (!finds) {
            return Check.notApplicable("no body finds or rules on anything");
        }
        if (bodies.isEmpty()) {
            return Check.none();
        }
        String sentence = Names.list(bodies) + " can find nothing unless all its members agree, " + Names.list(members)
                + " among them, about whom it would be";
        return new Result.Found(List.of(
                Readings.coverAll(subject.agreement(), readings)
                        ? Finding.fires(code, List.copyOf(clauses), sentence, Optional.empty())
                        : Finding.lesser(
                                code,
                                List.copyOf(clauses),
                                sentence + ", under one reading of the text",
                                Optional.empty())));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Set<String> suspects = new LinkedHashSet<>(Roles.withRole(subject.agreement(), Actor.Role.PARTY));
        Outlook.primary(subject).forEach(o -> suspects.add(o.violator()));
        List<Body> bodies = new Deciding(subject.agreement())
                .parts().stream()
                        .filter(p -> p.needsEverybody()
                                && p.body().members().stream().anyMatch(suspects::contains))
                        .map(Deciding.Part::body)
                        .distinct()
                        .toList();
        return new Judges(subject).without(bodies, suspects);
    }
}
