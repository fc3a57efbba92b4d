package holdfast.examine.check;

import holdfast.engine.Record;
import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Judges;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F06: whoever breaks it can vote down what would follow. */
record VetoBySuspect(Code code) implements Check {
    @Override
    public Concern concern() {
        return Concern.WHOM_NOTHING_FIRM_PROTECTS;
    }

    @Override
    public Result look(Subject subject) {
        List<Deciding.Part> parts = new Deciding(subject.agreement()).parts();
        Found always = new Found();
        Found sometimes = new Found();
        for (Outlook outlook : Outlook.primary(subject)) {
            List<Deciding.Part> stopped = parts.stream()
                    .filter(p -> p.canBeStoppedBy(outlook.violator()))
                    .toList();
            if (stopped.isEmpty() || !outlook.sometimes(r -> !outlook.isFirm(outlook.could(r)))) {
                continue;
            }
            boolean whole = outlook.always(r -> !outlook.isFirm(outlook.could(r)))
                    && Readings.coverAll(
                            subject.agreement(),
                            stopped.stream().map(Deciding.Part::reading).toList());
            (whole ? always : sometimes).add(subject, outlook, stopped);
        }
        List<Finding> findings = new ArrayList<>();
        if (!always.suspects.isEmpty()) {
            findings.add(Finding.fires(code, List.copyOf(always.clauses), always.sentence(), always.story));
        }
        if (!sometimes.suspects.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(sometimes.clauses),
                    "as the text can be read, " + sometimes.sentence(),
                    sometimes.story));
        }
        return new Result.Found(findings);
    }

    private static final class Found {
        private final Set<String> suspects = new LinkedHashSet<>();
        private final Set<String> clauses = new LinkedHashSet<>();
        private final Set<String> bodies = new LinkedHashSet<>();
        private Optional<Story> story = Optional.empty();

        void add(Subject subject, Outlook outlook, List<Deciding.Part> stopped) {
            suspects.add(outlook.violator());
            clauses.add(outlook.prohibition());
            stopped.forEach(p -> bodies.add(p.body().name()));
            story = story.or(() -> outlook.readings().stream()
                            .filter(r -> !outlook.isFirm(outlook.could(r)))
                            .filter(r ->
                                    stopped.stream().anyMatch(p -> p.reading().isPartOf(r)))
                            .flatMap(r -> outlook.voted(r::equals).stream())
                            .filter(s -> votesNo(s, outlook.violator()))
                            .findFirst())
                    .or(() -> stopped.stream()
                            .flatMap(p ->
                                    subject.stories().votedDown(outlook.prohibition(), outlook.violator(), p).stream())
                            .filter(s -> votesNo(s, outlook.violator()))
                            .findFirst());
        }

        private static boolean votesNo(Story story, String suspect) {
            return story.records().stream()
                    .anyMatch(r -> r instanceof Record.Observation o
                            && o.event().equals("vote")
                            && new Value.Actor(suspect).equals(o.values().get("by"))
                            && new Value.Text("no").equals(o.values().get("choice")));
        }

        String sentence() {
            return Names.list(suspects) + " can break " + Names.list(clauses) + " and stop " + Names.list(bodies)
                    + " by voting no, and then nothing firmer than talk can follow";
        }
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        List<Norm> broken = new Pen(subject.agreement()).norms(finding.clauses());
        Set<String> suspects = new LinkedHashSet<>();
        Outlook.primary(subject).stream()
                .filter(o -> finding.clauses().contains(o.prohibition()))
                .forEach(o -> suspects.add(o.violator()));
        List<Body> bodies = new Deciding(subject.agreement())
                .parts().stream()
                        .filter(p -> suspects.stream().anyMatch(p::canBeStoppedBy))
                        .map(Deciding.Part::body)
                        .distinct()
                        .toList();
        List<Proposal> proposals = new ArrayList<>(new Judges(subject).without(bodies, suspects));
        proposals.addAll(Answering.to(subject, broken, false));
        return proposals;
    }
}
