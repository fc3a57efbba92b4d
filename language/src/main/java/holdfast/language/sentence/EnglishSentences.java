package holdfast.language.sentence;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Basis;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Zone;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agreement says, in English. */
final class EnglishSentences implements Sentences {
    private final Agreement agreement;
    private final Readable names;
    private final Deeds deeds;

    EnglishSentences(Agreement agreement) {
        this.agreement = agreement;
        this.names = new Readable(agreement, "en");
        this.deeds = new Deeds(agreement);
    }

    @Override
    public Readable names() {
        return names;
    }

    private EnglishPhrases phrases() {
        return new EnglishPhrases(agreement, names, deeds);
    }

    /** The first letter large, a full stop at the end, no blank where none belongs. */
    private static String sentence(String words) {
        String said = words.strip().replaceAll(" +", " ").replace(" ,", ",");
        int first = said.startsWith("“") ? 1 : 0;
        return said.substring(0, first)
                + said.substring(first, first + 1).toUpperCase(Locale.ROOT)
                + said.substring(first + 1)
                + (said.endsWith(".") ? "" : ".");
    }

    @Override
    public String condition(Condition condition) {
        return phrases().condition(condition);
    }

    @Override
    public String occurrence(Pattern pattern, Map<String, String> known) {
        EnglishPhrases phrases = phrases();
        known.forEach(phrases::know);
        return phrases.occurrence(pattern);
    }

    @Override
    public String bare(Pattern pattern, Map<String, String> known) {
        EnglishPhrases phrases = phrases();
        known.forEach(phrases::know);
        return phrases.bare(pattern);
    }

    @Override
    public String act(Pattern pattern, Map<String, String> known) {
        EnglishPhrases phrases = phrases();
        known.forEach(phrases::know);
        return phrases.act(pattern);
    }

    @Override
    public String trigger(Trigger trigger) {
        return phrases().trigger(trigger);
    }

    @Override
    public String bound(Bound bound) {
        return phrases().bound(bound);
    }

    @Override
    public String anchor(Anchor anchor) {
        return phrases().anchor(anchor);
    }

    // Clauses.

    @Override
    public String clause(Norm norm) {
        EnglishPhrases phrases = phrases();
        String before = before(norm, phrases);
        return sentence(before + bearer(norm, phrases) + " " + demanded(norm, phrases));
    }

    @Override
    public String main(Norm norm) {
        EnglishPhrases phrases = phrases();
        before(norm, phrases);
        return sentence(bearer(norm, phrases) + " " + demanded(norm, phrases));
    }

    @Override
    public String bearer(Norm norm) {
        EnglishPhrases phrases = phrases();
        before(norm, phrases);
        return phrases.bearer(norm.bearer());
    }

    @Override
    public String demand(Norm norm) {
        EnglishPhrases phrases = phrases();
        before(norm, phrases);
        phrases.bearer(norm.bearer());
        return modal(norm.duty()) + demanded(norm, phrases);
    }

    /** What must be so, and what must have happened. */
    private static String before(Norm norm, EnglishPhrases phrases) {
        phrases.announce(norm.bearer());
        StringBuilder said = new StringBuilder();
        if (!norm.whileTrue().isAlways()) {
            said.append("while ").append(phrases.condition(norm.whileTrue())).append(", ");
        }
        norm.trigger().ifPresent(t -> said.append(phrases.trigger(t)).append(", "));
        if (!norm.guard().isAlways()) {
            said.append(said.isEmpty() ? "if " : "provided that ")
                    .append(phrases.condition(norm.guard()))
                    .append(", ");
        }
        return said.toString();
    }

    /** "each guarantor must", "no party may". */
    private static String bearer(Norm norm, EnglishPhrases phrases) {
        return Duties.forbidden(norm).isPresent()
                ? phrases.bearerOfProhibition(norm.bearer())
                : phrases.bearer(norm.bearer()) + " " + modal(norm.duty()).strip();
    }

    private static String modal(Duty duty) {
        return switch (duty) {
            case Duty.Achieve _, Duty.Keep _, Duty.Recur _ -> "must ";
            case Duty.Refrain _ -> "must not ";
            case Duty.May _, Duty.Power _ -> "may ";
        };
    }

    private String demanded(Norm norm, EnglishPhrases phrases) {
        Bearer bearer = norm.bearer();
        return switch (norm.duty()) {
            case Duty.Achieve achieve -> achieve(achieve, bearer, phrases);
            case Duty.Refrain(Pattern act, Condition where) -> {
                phrases.whateverItIs();
                yield phrases.deed(act, bearer, "commit", Optional.of(where))
                        + phrases.where(Deeds.withoutAmountGained(act, where));
            }
            case Duty.Keep(Condition kept) -> "see to it that " + phrases.condition(kept);
            case Duty.Recur(Pattern act, Span every, Condition where) ->
                phrases.deed(act, bearer, "carry out", Optional.empty())
                        + " every "
                        + (every.count() == 1 ? EnglishPhrases.unit(every) : EnglishPhrases.span(every))
                        + phrases.where(where);
            case Duty.May(Pattern act) -> phrases.deed(act, bearer, "carry out", Optional.empty());
            case Duty.Power power -> power(power, bearer, phrases);
        };
    }

    private String achieve(Duty.Achieve duty, Bearer bearer, EnglishPhrases phrases) {
        StringBuilder said = new StringBuilder(phrases.deed(duty.act(), bearer, "carry out", Optional.empty()));
        said.append(
                switch (duty.amount()) {
                    case Duty.Amount.Times(int n) -> n == 1 ? "" : " at least " + n + " times";
                    case Duty.Amount.Totalling(String attribute, Term total) ->
                        ", in total " + phrases.term(total)
                                + (attribute.isEmpty() || total instanceof Term.Variable
                                        ? ""
                                        : " (" + Readable.words(attribute) + ")");
                });
        duty.notBefore().ifPresent(b -> said.append(", not before ").append(phrases.when(b)));
        duty.due()
                .ifPresentOrElse(
                        b -> said.append(' ').append(phrases.bound(b)), () -> said.append("; no deadline is set"));
        return said.append(phrases.where(duty.where())).toString();
    }

    private String power(Duty.Power power, Bearer bearer, EnglishPhrases phrases) {
        String over = clauses(power.over(), "and");
        String effect = switch (power.effect()) {
            case SUSPEND -> "suspend " + over;
            case RESUME -> "put " + over + " back into force";
            case TERMINATE -> "end " + over;
            case EXTEND -> "extend the time for " + over;
            case EXCUSE -> "excuse from " + over;
        };
        return effect
                + (power.reach().forGood() ? ", for what comes later too" : "")
                + (power.reach().alsoAfterTheDay() ? ", also after the day has passed" : "")
                + phrases.use(power.with(), bearer);
    }

    /** "Article 2", "2.1 or 2.2", "2.1 of the protocol". */
    static String clauses(ClauseRef ref, String word) {
        return Readable.list(ref.ids().stream().map(EnglishSentences::clauseId).toList(), word);
    }

    private static String clauseId(String id) {
        int dot = id.indexOf('.');
        boolean annexed = dot > 0 && !Character.isDigit(id.charAt(0));
        String own = annexed ? id.substring(dot + 1) : id;
        String said = own.matches("\\d+[a-z]?") ? "Article " + own : own;
        return annexed ? said + " of " + Readable.words(id.substring(0, dot)) : said;
    }

    // Definitions, levels, states.

    @Override
    public String definition(Definition definition) {
        EnglishPhrases phrases = phrases();
        phrases.leaveOut(definition.variables());
        String defined = phrases.defined(definition);
        return sentence(
                switch (definition.derivation()) {
                    case Definition.Select(List<Pattern> patterns, Condition where) ->
                        defined + " is " + either(patterns, phrases, "or") + phrases.where(where);
                    case Definition.Count(long least, Pattern pattern, Optional<Span> within, Condition where) ->
                        defined + " is " + atLeast(least, phrases.several(pattern)) + within(within) + each(definition)
                                + phrases.where(where);
                    case Definition.Different(
                            long least,
                            String variable,
                            Pattern pattern,
                            Optional<Span> within,
                            Condition where) ->
                        defined + " is " + phrases.several(pattern) + " with at least " + least
                                + " different values of "
                                + phrases.attributeOf(variable, pattern) + within(within) + each(definition)
                                + phrases.where(where);
                    case Definition.Sum(
                            String attribute,
                            Pattern pattern,
                            var least,
                            Optional<Span> within,
                            Condition where) ->
                        defined + " is a total of at least " + EnglishPhrases.number(least) + " in “"
                                + Readable.words(attribute) + "” over " + phrases.several(pattern) + within(within)
                                + each(definition) + phrases.where(where);
                    case Definition.Merged(Pattern pattern, Span gap, Condition where) ->
                        defined + " is one or more " + phrases.several(pattern) + " of which each follows within "
                                + EnglishPhrases.span(gap) + " of the one before, counted as one"
                                + byItself(definition) + phrases.where(where);
                    case Definition.Then(Pattern first, Pattern second, Span within) ->
                        defined + " is " + phrases.occurrence(first) + " that is followed, within "
                                + EnglishPhrases.span(within) + ", by " + phrases.occurrence(second)
                                + byItself(definition);
                    case Definition.Absence(Pattern absent, Span within, boolean including, Pattern of) ->
                        defined + " is when, within " + EnglishPhrases.counted(within, including) + " of "
                                + phrases.occurrence(of) + ", there is no " + phrases.bare(absent)
                                + byItself(definition);
                    case Definition.After(Span span, boolean including, Pattern pattern) ->
                        defined + " is the moment " + EnglishPhrases.counted(span, including) + " after "
                                + phrases.occurrence(pattern);
                    case Definition.AllOf(List<Pattern> patterns) ->
                        defined.startsWith("the first ") && patterns.size() == 1
                                ? "only " + defined + " counts"
                                : defined + " is there once all of these have happened: "
                                        + either(patterns, phrases, "and") + byItself(definition);
                });
    }

    private static String either(List<Pattern> patterns, EnglishPhrases phrases, String word) {
        return Readable.list(patterns.stream().map(p -> phrases.occurrence(p)).toList(), word);
    }

    private static String atLeast(long least, String several) {
        return least == 1 ? "any of " + several : "at least " + least + " " + several;
    }

    private static String within(Optional<Span> span) {
        return span.map(s -> " within " + EnglishPhrases.span(s)).orElse("");
    }

    /** What is derived for each party is not derived from the acts of several. */
    private static String byItself(Definition definition) {
        return forEach(definition)
                .map(kinds -> ", for each " + kinds + " by itself")
                .orElse("");
    }

    private static String each(Definition definition) {
        return forEach(definition)
                .map(kinds -> ", counted for each " + kinds + " by itself")
                .orElse("");
    }

    private static Optional<String> forEach(Definition definition) {
        List<String> kinds = definition.type().attributes().stream()
                .map(Mentioned::kind)
                .distinct()
                .toList();
        return kinds.isEmpty() ? Optional.empty() : Optional.of(Readable.list(kinds, "and each"));
    }

    @Override
    public String level(Level level) {
        EnglishPhrases phrases = phrases();
        phrases.leaveOut(level.variables());
        return sentence(phrases.level(level.name()) + " is the latest figure for “" + Readable.words(level.figure())
                + "” in " + phrases.several(level.pattern()));
    }

    @Override
    public String state(State state) {
        EnglishPhrases phrases = phrases();
        phrases.leaveOut(state.parameters());
        String named = phrases.state(state.name());
        return sentence(
                switch (state) {
                    case State.Fluent fluent ->
                        named + " begins with " + either(fluent.begins(), phrases, "or")
                                + (fluent.ends().isEmpty()
                                        ? ", and nothing is said of its end"
                                        : ", and ends with " + either(fluent.ends(), phrases, "or"));
                    case State.Named derived -> named + " holds whenever " + phrases.condition(derived.condition());
                    case State.Period period -> named + " " + lasts(period, phrases);
                });
    }

    private static String lasts(State.Period period, EnglishPhrases phrases) {
        String from = period.start()
                .map(s -> switch (s) {
                    case State.Start.OfEvent(Pattern pattern) -> " from " + phrases.occurrence(pattern);
                    case State.Start.At(var instant) -> " from " + phrases.instant(instant);
                })
                .orElse("");
        if (period.end().isEmpty()) {
            return "holds" + from + ", without an end";
        }
        return switch (period.end().get()) {
            case State.End.At(var instant) -> "holds" + from + " until " + phrases.instant(instant);
            case State.End.After(Span length, boolean including, Optional<State.Renewal> renewal) ->
                "lasts " + EnglishPhrases.counted(length, including) + from
                        + renewal.map(r -> renewed(r, phrases)).orElse("");
        };
    }

    private static String renewed(State.Renewal renewal, EnglishPhrases phrases) {
        return ", and is renewed for " + EnglishPhrases.span(renewal.each()) + " each time"
                + renewal.notice()
                        .map(n -> ", unless there is " + phrases.occurrence(n.by()) + " at least "
                                + EnglishPhrases.span(n.before()) + " before its end")
                        .orElse("");
    }

    // Bodies, zones, rules.

    @Override
    public String body(Body body) {
        String how = switch (body.rule()) {
            case Body.Rule.Consensus() -> " decides by consensus";
            case Body.Rule.Majority() -> " decides by majority";
            case Body.Rule.AtLeast(int n) ->
                " decides when " + n + " of " + body.members().size() + " agree";
            case Body.Rule.NotSaid() -> " meets; the text does not say how it decides";
            case Body.Rule.Advises() -> many(List.of(body.name())) ? " only advise" : " only advises";
        };
        String vetoes = body.vetoes().isEmpty() ? "" : "; " + listed(body.vetoes(), "and") + " may veto";
        String within = body.within()
                .map(w -> "; it has " + EnglishPhrases.counted(w, body.includingFirstDay()))
                .orElse("");
        String silence = switch (body.silence()) {
            case CONSENT -> ", and who is silent by then has agreed";
            case REFUSAL -> ", and who is silent by then has refused";
            case NO_VOTE -> "";
        };
        return sentence(phrases().named(body.name()) + " (" + listed(body.members(), "and") + ")" + how + vetoes
                + within + silence);
    }

    private String listed(List<String> some, String word) {
        return Readable.list(some.stream().map(phrases()::named).toList(), word);
    }

    private boolean many(List<String> actors) {
        return actors.size() > 1 || EnglishWords.isMany(phrases().named(actors.getFirst()));
    }

    @Override
    public String zone(Zone zone) {
        String named = "“" + names.name(zone.name()) + "”";
        return sentence(
                switch (zone) {
                    case Zone.FromFile file -> fromFile(named, file);
                    case Zone.Around around ->
                        named + " is everything within " + EnglishPhrases.number(around.km()) + " km of "
                                + names.name(around.of());
                });
    }

    private String fromFile(String named, Zone.FromFile file) {
        String where = "the map " + file.file() + (file.feature().isEmpty() ? "" : ", as " + file.feature());
        String ground = file.stood()
                .map(s -> "the ground where " + names.name(s.side()) + " stood on " + EnglishPhrases.day(s.date())
                        + ", by " + where)
                .orElse("what is drawn in " + where);
        return named + " is " + file.edge().map(e -> "the edge of " + ground).orElse(ground)
                + file.edge()
                        .filter(e -> !e.without().isEmpty())
                        .map(e -> ", without what lies within " + EnglishPhrases.number(e.km()) + " km of "
                                + Readable.list(
                                        e.without().stream()
                                                .map(z -> names.name(z.name()))
                                                .toList(),
                                        "or"))
                        .orElse("");
    }

    @Override
    public String rule(Rule rule) {
        return sentence(
                switch (rule) {
                    case Rule.Confirms confirms -> confirms(confirms);
                    case Rule.Attributes attributes ->
                        "whom " + phrases().named(attributes.by()) + " names as the doer is taken to have done it";
                    case Rule.Corrects corrects ->
                        phrases().named(corrects.by()) + " may correct and withdraw the records of "
                                + (corrects.of().isEmpty() ? "everybody" : listed(corrects.of(), "and"));
                    case Rule.RulesOn rules ->
                        phrases().named(rules.body()) + " decides what is meant by “" + names.name(rules.name()) + "”";
                    case Rule.AnswersFor answers ->
                        phrases().named(answers.principal())
                                + (many(List.of(answers.principal())) ? " answer" : " answers")
                                + " for what is done by "
                                + listed(answers.affiliates(), "and");
                    case Rule.QuietGap gap ->
                        "a breach of " + clauses(gap.of(), "or") + " is over after " + EnglishPhrases.span(gap.gap())
                                + " without a further act";
                    case Rule.Evidence evidence ->
                        "for " + clauses(evidence.of(), "and") + " only what was " + basis(evidence) + " counts";
                    case Rule.Accepts accepts ->
                        "that the examiner finds " + Readable.list(accepts.codes(), "and")
                                + accepts.of()
                                        .map(o -> " in " + clauses(o, "and"))
                                        .orElse("") + " is meant: "
                                + accepts.reason();
                    case Rule.ForcesInArea forces ->
                        listed(forces.actors(), "and") + (many(forces.actors()) ? " have" : " has")
                                + " armed forces in the area";
                    case Rule.Readiness readiness -> readiness(readiness);
                    case Rule.InForceWhile force ->
                        "all this is in force while " + phrases().condition(force.condition());
                });
    }

    private String readiness(Rule.Readiness readiness) {
        return "on the way into service, "
                + Readable.list(readiness.steps().stream().map(this::step).toList(), "and");
    }

    /** "a pledge says what is pledged"; which attribute says how much is for those who write records, not for those who read. */
    private String step(Step step) {
        Pattern any = new Pattern(step.event(), List.of(), Origin.NONE);
        return phrases().occurrence(any) + " says "
                + (step.stage() == Step.Stage.MET ? "which condition is " : "what is ")
                + step.stage().words();
    }

    private String confirms(Rule.Confirms confirms) {
        String of = clauses(confirms.of(), "or");
        if (confirms.body().isEmpty()) {
            return "nobody confirms breaches of " + of;
        }
        String body = phrases().named(confirms.body().get());
        return body + " confirms breaches of " + of
                + confirms.silence()
                        .map(s -> "; if it says nothing for " + EnglishPhrases.span(s.after()) + ", the breach "
                                + switch (s.meaning()) {
                                    case ALLEGED -> "stays alleged";
                                    case CONFIRMED -> "counts as confirmed";
                                    case REFUTED -> "counts as refuted";
                                })
                        .orElse("");
    }

    private static String basis(Rule.Evidence evidence) {
        List<String> ways = new ArrayList<>();
        Stream.of(Basis.values())
                .filter(evidence.kinds()::contains)
                .map(b -> switch (b) {
                    case SEEN -> "seen";
                    case HEARD -> "heard";
                    case TOLD -> "told";
                    case INSTRUMENT -> "measured by an instrument";
                    case CLAIM -> "claimed";
                    case MEDIA -> "told in the media";
                })
                .forEach(ways::add);
        return Readable.list(ways, "or");
    }
}
