package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Lasting;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Ends;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Exceptions;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** F33: what is forbidden is forbidden no more, for ever, once something has happened. */
record EndlessException(Code code) implements Check {
    private static final Span SOON = new Span(24, Span.Unit.HOUR);

    @Override
    public boolean isAWayOut() {
        return true;
    }

    @Override
    public Concern concern() {
        return Concern.WHOM_IT_PROTECTS;
    }

    /** @param own whether whoever it binds can do the act itself, or anybody can */
    private record Found(Map<String, Norm> clauses, Set<Pattern> acts, boolean own) {
        Found(boolean own) {
            this(new LinkedHashMap<>(), new LinkedHashSet<>(), own);
        }

        void add(Norm norm, Pattern act) {
            clauses.putIfAbsent(norm.id(), norm);
            acts.add(act);
        }
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        if (agreement.norms().stream().noneMatch(Duties::isProhibition)) {
            return Check.notApplicable("the text forbids nothing");
        }
        Found own = new Found(true);
        Found others = new Found(false);
        Ends ends = new Ends(agreement);
        for (Norm norm : agreement.norms()) {
            if (Duties.isProhibition(norm)) {
                for (Exceptions.Exempting one : Exceptions.of(subject.walk(), norm)) {
                    if (one.forEver() && !ends.isNobodys(one.act())) {
                        sort(agreement, ends, norm, one.act(), own, others);
                    }
                }
            }
        }
        return Check.found(finding(subject, own), finding(subject, others));
    }

    private static void sort(Agreement agreement, Ends ends, Norm norm, Pattern act, Found own, Found others) {
        List<Optional<String>> violators = Sides.violators(agreement, norm);
        if (act.event().equals("decision")) {
            others.add(norm, act);
        } else if (violators.stream().flatMap(Optional::stream).anyMatch(v -> isOpenTo(v, norm, act, ends))) {
            own.add(norm, act);
        } else if (ends.doers(act).stream()
                .anyMatch(d -> violators.stream()
                        .anyMatch(v -> !Sides.protectedBy(agreement, norm, v).contains(d)))) {
            others.add(norm, act);
        }
    }

    /** Whether somebody who is bound can do it: its own act, or one of which the text does not say whose it is. */
    private static boolean isOpenTo(String violator, Norm norm, Pattern act, Ends ends) {
        List<String> doers = ends.doers(act);
        if (!doers.isEmpty()) {
            return doers.contains(violator);
        }
        Optional<Term> by = act.term("by");
        return by.isEmpty()
                || Roles.variable(norm)
                        .filter(v -> by.get().equals(new Term.Variable(v)))
                        .isPresent()
                || by.get() instanceof Term.Variable;
    }

    private Optional<Finding> finding(Subject subject, Found found) {
        if (found.clauses().isEmpty()) {
            return Optional.empty();
        }
        List<String> clauses = List.copyOf(found.clauses().keySet());
        Set<String> acts = new LinkedHashSet<>();
        found.acts().forEach(act -> acts.add(words(act, subject.names())));
        String sentence = "once " + Readable.list(List.copyOf(acts), "or") + " has happened, "
                + Wording.and(clauses) + (clauses.size() == 1 ? " forbids" : " forbid") + " nothing any more, for ever"
                + (found.own()
                        ? ": whoever is bound can do it itself, even long before, and the text says no end of it"
                        : ": the text says no end of it");
        return Optional.of(
                found.own()
                        ? Finding.fires(code, clauses, sentence, story(subject, clauses))
                        : Finding.lesser(code, clauses, sentence, Optional.empty()));
    }

    /** What people call it; of a decision, whose it is and on what. */
    private static String words(Pattern act, Readable names) {
        if (act.event().equals("decision")
                && act.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String body))) {
            String on = act.term("on").orElse(null) instanceof Term.Constant(Value.Text(String motion))
                    ? " on “" + motion.replace('_', ' ') + "”"
                    : "";
            return "a decision of " + names.name(body) + on;
        }
        return Wording.quoted(List.of(act.event()), names, "or");
    }

    /** The history in which the table shows it. */
    private static Optional<Story> story(Subject subject, List<String> clauses) {
        return subject.table().rows().stream()
                .filter(g -> g.evadedBefore() && clauses.contains(g.prohibition()))
                .map(Guarantee::story)
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        List<Norm> norms = new Pen(subject.agreement()).norms(finding.clauses());
        List<Proposal> proposals = new ArrayList<>();
        Pen soon = new Pen(subject.agreement());
        write(subject, soon, norms, acts -> Optional.of(lately(acts)));
        soon.settle("`24 hours`: how long the exception lasts");
        proposals.addAll(soon.proposal());
        Set<State.Fluent> endless = new LinkedHashSet<>();
        Set<String> suspects = new LinkedHashSet<>();
        for (Norm norm : norms) {
            endless.addAll(endless(subject, norm, meant(subject, norm)));
            Sides.violators(subject.agreement(), norm).forEach(v -> v.ifPresent(suspects::add));
        }
        proposals.addAll(new Lasting(subject).untilAVote(endless, suspects));
        Pen struck = new Pen(subject.agreement());
        write(subject, struck, norms, acts -> Optional.empty());
        proposals.addAll(struck.proposal());
        return proposals;
    }

    /** One of these acts was done within the span. */
    private static Condition lately(List<Pattern> acts) {
        List<Condition> each = acts.stream()
                .<Condition>map(act -> new Condition.Not(new Condition.NoneFor(act, SOON)))
                .toList();
        return each.size() == 1 ? each.getFirst() : new Condition.Any(each);
    }

    /** @param instead what stands for that one of these acts has happened, ever */
    private static void write(
            Subject subject, Pen pen, List<Norm> norms, Function<List<Pattern>, Optional<Condition>> instead) {
        Set<String> done = new LinkedHashSet<>();
        for (Norm norm : norms) {
            Set<String> meant = meant(subject, norm);
            Set<State.Fluent> endless = endless(subject, norm, meant);
            Function<Condition, Optional<Condition>> atom = c -> switch (c) {
                case Condition.HasHappened h
                when meant.contains(h.pattern().event()) -> instead.apply(List.of(h.pattern()));
                case Condition.InState in -> begun(in, endless).map(instead).orElse(Optional.of(in));
                default -> Optional.of(c);
            };
            Norm other = Reworded.conditions(norm, atom);
            if (!other.equals(norm)) {
                pen.rewrite(norm, other);
            }
            for (Definition d : subject.agreement().definitions()) {
                if (subject.walk().from(norm).definitions().contains(d)
                        && d.derivation() instanceof Definition.Select(List<Pattern> patterns, Condition where)) {
                    Condition then = Reworded.mapped(where, atom);
                    if (!then.equals(where) && done.add("definition " + d.name() + d.reading())) {
                        pen.rewrite(d.as(new Definition.Select(patterns, then)));
                    }
                }
            }
            for (State state : subject.walk().from(norm).states()) {
                if (state instanceof State.Named named) {
                    Condition then = Reworded.mapped(named.condition(), atom);
                    if (!then.equals(named.condition()) && done.add("state " + named.name() + named.reading())) {
                        pen.rewrite(new State.Named(
                                named.name(), named.parameters(), named.reading(), then, named.origin()));
                    }
                }
            }
        }
    }

    /** The events that take something out of a clause for ever. */
    private static Set<String> meant(Subject subject, Norm norm) {
        Set<String> meant = new LinkedHashSet<>();
        Exceptions.of(subject.walk(), norm).stream()
                .filter(Exceptions.Exempting::forEver)
                .forEach(e -> meant.add(e.act().event()));
        return meant;
    }

    /** The states on which a clause stands that begin with such an event and never end. */
    private static Set<State.Fluent> endless(Subject subject, Norm norm, Set<String> meant) {
        Set<State.Fluent> endless = new LinkedHashSet<>();
        for (State state : subject.walk().from(norm).states()) {
            if (state instanceof State.Fluent f
                    && f.ends().isEmpty()
                    && f.begins().stream().anyMatch(p -> meant.contains(p.event()))) {
                endless.add(f);
            }
        }
        return endless;
    }

    /** With what acts the state begins, for those for whom it is asked; empty where it is none of these. */
    private static Optional<List<Pattern>> begun(Condition.InState in, Set<State.Fluent> endless) {
        List<Pattern> begins = new ArrayList<>();
        for (State.Fluent state : endless) {
            if (state.name().equals(in.state())) {
                state.begins().forEach(p -> begins.add(asked(p, state, in)));
            }
        }
        return begins.isEmpty() ? Optional.empty() : Optional.of(begins);
    }

    /** In the terms of whoever asks; what the state leaves open stays open. */
    private static Pattern asked(Pattern begin, State.Fluent state, Condition.InState in) {
        List<Pattern.Argument> arguments = new ArrayList<>();
        for (Pattern.Argument argument : begin.arguments()) {
            if (argument.term() instanceof Term.Variable(String variable)) {
                int at = state.parameters().indexOf(variable);
                if (at >= 0 && at < in.arguments().size()) {
                    arguments.add(new Pattern.Argument(
                            argument.attribute(), in.arguments().get(at)));
                }
            } else {
                arguments.add(argument);
            }
        }
        return new Pattern(begin.event(), arguments, begin.origin());
    }
}
