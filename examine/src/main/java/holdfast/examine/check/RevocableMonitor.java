package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Lasting;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Ends;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import holdfast.examine.text.Watch;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F08: those who are watched, others who have duties, or watchers with other duties by an act that the text names, can end the watching alone. */
record RevocableMonitor(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Watch watch = subject.watch();
        if (watch.isEmpty()) {
            return Check.notApplicable("nobody has the duty or the right to watch");
        }
        Ends ends = new Ends(agreement);
        Set<String> bound = bound(agreement, watch);
        List<Ended> alone = new ArrayList<>();
        for (Norm norm : watch.clauses()) {
            for (Ending way : ends.of(norm)) {
                bound.stream()
                        .filter(by -> ends.isInTheHandsOf(by, way))
                        .forEach(by -> alone.add(new Ended(by, norm, ends.how(way), way.reading(), Optional.of(way))));
                // Who watches and has promised more than that may be the one who walks away, where the text names its
                // act for it.
                watch.mission().stream()
                        .filter(by -> owesMore(agreement, watch, by) && ends.isNamedFor(by, way))
                        .forEach(by -> alone.add(new Ended(by, norm, ends.how(way), way.reading(), Optional.of(way))));
            }
            powers(agreement, norm, bound, alone);
        }
        if (alone.isEmpty()) {
            return Check.none();
        }
        List<String> clauses = alone.stream().map(e -> e.norm().id()).distinct().toList();
        String sentence = Names.list(alone.stream().map(Ended::by).toList()) + " can alone end what "
                + Names.list(watch.inOrder()) + " do under " + Names.list(clauses) + ", "
                + alone.getFirst().how();
        boolean whole =
                Readings.coverAll(agreement, alone.stream().map(Ended::reading).toList());
        Optional<Story> story = story(subject, alone);
        return new Result.Found(List.of(
                whole
                        ? Finding.fires(code, clauses, sentence, story)
                        : Finding.lesser(code, clauses, sentence + ", under one reading of the text", story)));
    }

    private static Optional<Story> story(Subject subject, List<Ended> alone) {
        for (Ended end : alone) {
            Optional<Story> story = end.way()
                    .flatMap(way -> subject.stories()
                            .ended(
                                    end.norm(),
                                    way,
                                    Optional.of(end.by()),
                                    end.norm().id() + " comes to an end by " + end.by()
                                            + ", and nobody has broken it"));
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    /**
     * That somebody can end one clause.
     *
     * @param way empty where it is a power
     */
    private record Ended(String by, Norm norm, String how, Reading reading, Optional<Ending> way) {}

    /** Those who have duties under the text, a mission that watches left out: parties that watch can still end what the others see. */
    private static Set<String> bound(Agreement agreement, Watch watch) {
        Set<String> bound = new LinkedHashSet<>(Roles.withRole(agreement, Actor.Role.PARTY));
        for (Norm norm : agreement.norms()) {
            if (Duties.obliges(norm)) {
                Roles.bearers(norm).forEach(b -> b.ifPresent(bound::add));
            }
        }
        watch.mission().forEach(bound::remove);
        return bound;
    }

    /** Whether somebody who watches has other duties too; a mission that does nothing but watch has no stake of its own. */
    private static boolean owesMore(Agreement agreement, Watch watch, String watcher) {
        return agreement.norms().stream()
                .filter(Duties::obliges)
                .filter(n -> !watch.clauses().contains(n))
                .anyMatch(n -> Roles.bearers(n).contains(Optional.of(watcher)));
    }

    private static void powers(Agreement agreement, Norm watching, Set<String> bound, List<Ended> alone) {
        for (Norm norm : agreement.norms()) {
            if (Duties.isPowerOver(norm, watching.id(), Duty.Effect.TERMINATE, Duty.Effect.SUSPEND)) {
                Readings.both(norm.reading(), watching.reading())
                        .ifPresent(r -> Roles.bearers(norm).stream()
                                .flatMap(Optional::stream)
                                .filter(bound::contains)
                                .forEach(by -> alone.add(
                                        new Ended(by, watching, "by the power in " + norm.id(), r, Optional.empty()))));
            }
        }
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Set<String> bound = bound(agreement, subject.watch());
        List<Proposal> proposals = new ArrayList<>(new Lasting(subject).states(finding.clauses(), bound));
        Pen pen = new Pen(agreement);
        agreement.norms().stream()
                .filter(n -> finding.clauses().stream()
                        .anyMatch(c -> Duties.isPowerOver(n, c, Duty.Effect.TERMINATE, Duty.Effect.SUSPEND)))
                .forEach(n -> pen.strike(n.origin()));
        proposals.addAll(pen.proposal());
        Pen free = new Pen(agreement);
        free.norms(finding.clauses()).stream()
                .filter(n -> !n.guard().isAlways())
                .forEach(n -> free.rewrite(n, n.withConditions(n.whileTrue(), Condition.ALWAYS)));
        proposals.addAll(free.proposal());
        return proposals;
    }
}
