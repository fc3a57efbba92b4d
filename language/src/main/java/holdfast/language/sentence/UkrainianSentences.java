package holdfast.language.sentence;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Basis;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import holdfast.language.sentence.UkrainianPhrases.Case;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agreement says, in Ukrainian. */
final class UkrainianSentences implements Sentences {
    private static final Locale UKRAINIAN = Locale.of("uk");

    private final Agreement agreement;
    private final Readable names;
    private final Deeds deeds;

    UkrainianSentences(Agreement agreement) {
        this.agreement = agreement;
        this.names = new Readable(agreement, "uk");
        this.deeds = new Deeds(agreement);
    }

    @Override
    public Readable names() {
        return names;
    }

    private UkrainianPhrases phrases() {
        return new UkrainianPhrases(agreement, names, deeds);
    }

    private static String sentence(String words) {
        String said = words.strip().replaceAll(" +", " ").replace(" ,", ",").replace(",,", ",");
        int first = said.startsWith("«") ? 1 : 0;
        return said.substring(0, first)
                + said.substring(first, first + 1).toUpperCase(UKRAINIAN)
                + said.substring(first + 1)
                + (said.endsWith(".") ? "" : ".");
    }

    @Override
    public String condition(Condition condition) {
        return phrases().condition(condition);
    }

    @Override
    public String occurrence(Pattern pattern, Map<String, String> known) {
        UkrainianPhrases phrases = phrases();
        known.forEach(phrases::know);
        return phrases.occurrence(pattern);
    }

    @Override
    public String bare(Pattern pattern, Map<String, String> known) {
        return occurrence(pattern, known);
    }

    @Override
    public String act(Pattern pattern, Map<String, String> known) {
        return occurrence(pattern, known);
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
        return phrases().anchor(anchor).strip();
    }

    @Override
    public String clause(Norm norm) {
        UkrainianPhrases phrases = phrases();
        String before = before(norm, phrases);
        return sentence(before + bearer(norm, phrases) + " " + demanded(norm, phrases));
    }

    @Override
    public String main(Norm norm) {
        UkrainianPhrases phrases = phrases();
        before(norm, phrases);
        return sentence(bearer(norm, phrases) + " " + demanded(norm, phrases));
    }

    @Override
    public String bearer(Norm norm) {
        UkrainianPhrases phrases = phrases();
        before(norm, phrases);
        return phrases.bearer(norm.bearer()).who();
    }

    @Override
    public String demand(Norm norm) {
        UkrainianPhrases phrases = phrases();
        before(norm, phrases);
        phrases.bearer(norm.bearer());
        String modal = switch (norm.duty()) {
            case Duty.Achieve _, Duty.Keep _, Duty.Recur _ -> "має ";
            case Duty.Refrain _ -> "не має права ";
            case Duty.May _, Duty.Power _ -> "має право ";
        };
        return modal + demanded(norm, phrases);
    }

    private static String before(Norm norm, UkrainianPhrases phrases) {
        phrases.announce(norm.bearer());
        StringBuilder said = new StringBuilder();
        if (!norm.whileTrue().isAlways()) {
            String meanwhile = phrases.condition(norm.whileTrue());
            said.append(meanwhile.startsWith("діє ") ? "поки " : "поки є так, що ")
                    .append(meanwhile)
                    .append(", ");
        }
        norm.trigger().ifPresent(t -> said.append(phrases.trigger(t)).append(", "));
        if (!norm.guard().isAlways()) {
            said.append(said.isEmpty() ? "якщо " : "за умови, що ")
                    .append(phrases.condition(norm.guard()))
                    .append(", ");
        }
        return said.toString();
    }

    private static String bearer(Norm norm, UkrainianPhrases phrases) {
        return switch (norm.duty()) {
            case Duty.Achieve _, Duty.Keep _, Duty.Recur _ ->
                phrases.bearer(norm.bearer()).must();
            case Duty.Refrain _ -> phrases.prohibited(norm.bearer());
            case Duty.May _, Duty.Power _ -> phrases.bearer(norm.bearer()).may();
        };
    }

    private String demanded(Norm norm, UkrainianPhrases phrases) {
        Bearer bearer = norm.bearer();
        return switch (norm.duty()) {
            case Duty.Achieve achieve -> achieve(achieve, bearer, phrases);
            case Duty.Refrain(Pattern act, Condition where) ->
                phrases.deed(act, bearer, where) + phrases.where(Deeds.withoutAmountGained(act, where));
            case Duty.Keep(Condition kept) -> "дбати про те, щоб увесь час було так: " + phrases.condition(kept);
            case Duty.Recur(Pattern act, Span every, Condition where) ->
                "не рідше ніж раз протягом " + UkrainianPhrases.span(every) + " "
                        + phrases.deed(act, bearer, Condition.ALWAYS) + phrases.where(where);
            case Duty.May(Pattern act) -> phrases.deed(act, bearer, Condition.ALWAYS);
            case Duty.Power power -> power(power, phrases);
        };
    }

    private static String achieve(Duty.Achieve duty, Bearer bearer, UkrainianPhrases phrases) {
        StringBuilder said = new StringBuilder(phrases.deed(duty.act(), bearer, Condition.ALWAYS));
        said.append(
                switch (duty.amount()) {
                    case Duty.Amount.Times(int n) -> n == 1 ? "" : ", щонайменше " + UkrainianPhrases.times(n);
                    case Duty.Amount.Totalling(String ignored, Term total) -> ", усього " + phrases.term(total);
                });
        duty.notBefore()
                .ifPresent(b ->
                        said.append(", не раніше ніж ").append(phrases.when(b)).append(','));
        duty.due()
                .ifPresentOrElse(
                        b -> said.append(' ').append(phrases.bound(b)), () -> said.append("; строку не встановлено"));
        return said.append(phrases.where(duty.where())).toString();
    }

    private String power(Duty.Power power, UkrainianPhrases phrases) {
        String over = UkrainianPhrases.clauses(power.over(), Case.GENITIVE);
        String effect = switch (power.effect()) {
            case SUSPEND -> "зупинити дію " + over;
            case RESUME -> "поновити дію " + over;
            case TERMINATE -> "припинити дію " + over;
            case EXTEND -> "продовжити строк " + over;
            case EXCUSE -> "звільнити від виконання " + over;
        };
        return effect
                + (power.reach().forGood() ? ", також на майбутнє" : "")
                + (power.reach().alsoAfterTheDay() ? ", також після цього дня" : "")
                + use(power.with(), phrases);
    }

    private String use(Pattern with, UkrainianPhrases phrases) {
        Optional<Definition> hedged = Definition.ofUse(agreement, with);
        return hedged.isPresent() && hedged.get().derivation() instanceof Definition.Select(var acts, Condition when)
                ? use(acts.getFirst(), phrases) + ", якщо " + phrases.condition(when)
                : " через дію " + phrases.occurrence(with);
    }

    // Definitions, levels, states.

    @Override
    public String definition(Definition definition) {
        UkrainianPhrases phrases = phrases();
        phrases.leaveOut(definition.variables());
        String defined = "«" + names.name(definition.name()) + "» — це ";
        return sentence(defined
                + switch (definition.derivation()) {
                    case Definition.Select(List<Pattern> patterns, Condition where) ->
                        any(patterns, phrases) + phrases.where(where);
                    case Definition.Count(long least, Pattern pattern, Optional<Span> within, Condition where) ->
                        "подія " + phrases.occurrence(pattern) + ", якщо вона відбувається " + least
                                + " або більше разів" + within(within) + byItself(definition) + phrases.where(where);
                    case Definition.Different(
                            long least,
                            String variable,
                            Pattern pattern,
                            Optional<Span> within,
                            Condition where) ->
                        "подія " + phrases.occurrence(pattern) + " щонайменше з " + least + " різними значеннями "
                                + UkrainianPhrases.attributeOf(variable, pattern) + within(within)
                                + byItself(definition)
                                + phrases.where(where);
                    case Definition.Sum(
                            String attribute,
                            Pattern pattern,
                            var least,
                            Optional<Span> within,
                            Condition where) ->
                        "сума «" + Readable.words(attribute) + "» не менша ніж " + UkrainianPhrases.number(least)
                                + " в подіях " + phrases.occurrence(pattern) + within(within) + byItself(definition)
                                + phrases.where(where);
                    case Definition.Merged(Pattern pattern, Span gap, Condition where) ->
                        "одна чи кілька подій " + phrases.occurrence(pattern) + ", кожна не пізніше ніж через "
                                + UkrainianPhrases.lasting(gap) + " після попередньої, пораховані як одна"
                                + byItself(definition) + phrases.where(where);
                    case Definition.Then(Pattern first, Pattern second, Span within) ->
                        "подія " + phrases.occurrence(first) + ", після якої протягом " + UkrainianPhrases.span(within)
                                + " настає подія " + phrases.occurrence(second) + byItself(definition);
                    case Definition.Absence(Pattern absent, Span within, boolean including, Pattern of) ->
                        "коли протягом " + UkrainianPhrases.counted(within, including) + " від події "
                                + phrases.occurrence(of) + " немає події " + phrases.occurrence(absent)
                                + byItself(definition);
                    case Definition.After(Span span, boolean including, Pattern pattern) ->
                        "мить після спливу " + UkrainianPhrases.counted(span, including) + " від події "
                                + phrases.occurrence(pattern);
                    case Definition.AllOf(List<Pattern> patterns) ->
                        "коли відбулося все це: "
                                + Readable.list(
                                        patterns.stream()
                                                .map(phrases::occurrence)
                                                .toList(),
                                        "і")
                                + byItself(definition);
                });
    }

    /** What is derived for each party is not derived from the acts of several. */
    private static String byItself(Definition definition) {
        List<String> kinds = definition.type().attributes().stream()
                .map(a -> a.type() == ValueType.PARTY ? "сторони" : "значення «" + Readable.words(a.name()) + "»")
                .distinct()
                .toList();
        return kinds.isEmpty()
                ? ""
                : ", окремо для "
                        + Readable.list(
                                kinds.stream()
                                        .map(k -> (k.equals("сторони") ? "кожної " : "кожного ") + k)
                                        .toList(),
                                "і");
    }

    private static String any(List<Pattern> patterns, UkrainianPhrases phrases) {
        return Readable.list(patterns.stream().map(phrases::occurrence).toList(), "або");
    }

    private static String within(Optional<Span> span) {
        return span.map(s -> " протягом " + UkrainianPhrases.span(s)).orElse("");
    }

    @Override
    public String level(Level level) {
        UkrainianPhrases phrases = phrases();
        phrases.leaveOut(level.variables());
        return sentence("показник «" + names.name(level.name()) + "» — це останнє число «"
                + Readable.words(level.figure()) + "» з подій " + phrases.occurrence(level.pattern()));
    }

    @Override
    public String state(State state) {
        UkrainianPhrases phrases = phrases();
        phrases.leaveOut(state.parameters());
        String named = "стан «" + names.name(state.name()) + "» ";
        return sentence(named
                + switch (state) {
                    case State.Fluent fluent ->
                        "починається з події " + any(fluent.begins(), phrases)
                                + (fluent.ends().isEmpty()
                                        ? "; про його кінець нічого не сказано"
                                        : " і закінчується подією " + any(fluent.ends(), phrases));
                    case State.Named derived -> "діє завжди, коли " + phrases.condition(derived.condition());
                    case State.Period period -> lasts(period, phrases);
                });
    }

    private static String lasts(State.Period period, UkrainianPhrases phrases) {
        String from = period.start()
                .map(s -> switch (s) {
                    case State.Start.OfEvent(Pattern pattern) -> " від події " + phrases.occurrence(pattern);
                    case State.Start.At(var instant) -> " від " + phrases.instant(instant);
                })
                .orElse("");
        if (period.end().isEmpty()) {
            return "діє" + from + " без кінця";
        }
        return switch (period.end().get()) {
            case State.End.At(var instant) -> "діє" + from + " до " + phrases.instant(instant);
            case State.End.After(Span length, boolean including, Optional<State.Renewal> renewal) ->
                "триває протягом " + UkrainianPhrases.counted(length, including) + from
                        + renewal.map(r -> renewed(r, phrases)).orElse("");
        };
    }

    private static String renewed(State.Renewal renewal, UkrainianPhrases phrases) {
        return " і щоразу поновлюється на термін " + UkrainianPhrases.span(renewal.each())
                + renewal.notice()
                        .map(n -> ", хіба що не пізніше ніж за " + UkrainianPhrases.lasting(n.before())
                                + " до його кінця є подія " + phrases.occurrence(n.by()))
                        .orElse("");
    }

    // Bodies, zones, rules.

    @Override
    public String body(Body body) {
        UkrainianPhrases phrases = phrases();
        String how = switch (body.rule()) {
            case Body.Rule.Consensus() -> " вирішує одностайно";
            case Body.Rule.Majority() -> " вирішує більшістю";
            case Body.Rule.AtLeast(int n) ->
                " вирішує, коли згодні " + n + " з " + body.members().size();
            case Body.Rule.NotSaid() -> " збирається; як вирішує, текст не каже";
            case Body.Rule.Advises() -> " лише радить";
        };
        String vetoes = body.vetoes().isEmpty() ? "" : "; право вето: " + phrases.list(body.vetoes());
        String within = body.within()
                .map(w -> "; час на рішення — не більше ніж " + UkrainianPhrases.lasting(w, body.includingFirstDay()))
                .orElse("");
        String silence = switch (body.silence()) {
            case CONSENT -> "; хто доти мовчить, той згоден";
            case REFUSAL -> "; хто доти мовчить, той проти";
            case NO_VOTE -> "";
        };
        return sentence("«" + names.name(body.name()) + "» (" + phrases.list(body.members()) + ")" + how + vetoes
                + within + silence);
    }

    @Override
    public String zone(Zone zone) {
        String named = "зона «" + names.name(zone.name()) + "» — це ";
        return sentence(named
                + switch (zone) {
                    case Zone.FromFile file ->
                        (file.edge().isPresent() ? "край того, що накреслено на карті " : "те, що накреслено на карті ")
                                + file.file()
                                + (file.feature().isEmpty() ? "" : " як " + file.feature());
                    case Zone.Around around ->
                        "усе не далі ніж за " + UkrainianPhrases.number(around.km()) + " км від зони «"
                                + names.name(around.of()) + "»";
                });
    }

    @Override
    public String rule(Rule rule) {
        UkrainianPhrases phrases = phrases();
        return sentence(
                switch (rule) {
                    case Rule.Confirms confirms -> confirms(confirms);
                    case Rule.Attributes attributes ->
                        "хто це зробив, установлює «" + names.name(attributes.by()) + "»";
                    case Rule.Corrects corrects ->
                        "«" + names.name(corrects.by()) + "» може виправляти й відкликати записи: "
                                + (corrects.of().isEmpty() ? "усіх" : phrases.list(corrects.of()));
                    case Rule.RulesOn rules ->
                        "що означає «" + names.name(rules.name()) + "», вирішує «" + names.name(rules.body()) + "»";
                    case Rule.AnswersFor answers ->
                        "за дії (хто — " + phrases.list(answers.affiliates()) + ") відповідає "
                                + names.name(answers.principal());
                    case Rule.QuietGap gap ->
                        "порушення " + UkrainianPhrases.clauses(gap.of(), Case.GENITIVE) + " закінчується після "
                                + UkrainianPhrases.span(gap.gap()) + " без нової дії";
                    case Rule.Evidence evidence ->
                        "для " + UkrainianPhrases.clauses(evidence.of(), Case.GENITIVE) + " важить лише те, що "
                                + basis(evidence);
                    case Rule.Accepts accepts ->
                        "знахідка " + String.join(", ", accepts.codes()) + " така, як задумано: " + accepts.reason();
                    case Rule.ForcesInArea forces -> "збройні сили в районі: " + phrases.list(forces.actors());
                    case Rule.Readiness readiness -> readiness(readiness);
                    case Rule.InForceWhile force -> "усе це чинне, поки " + phrases.condition(force.condition());
                });
    }

    private String readiness(Rule.Readiness readiness) {
        return "на шляху до служби "
                + Readable.list(readiness.steps().stream().map(this::step).toList(), "і");
    }

    private String step(Step step) {
        String stage = switch (step.stage()) {
            case NEEDED -> "потрібно";
            case OFFERED -> "запропоновано";
            case PLEDGED -> "обіцяно";
            case FUNDED -> "оплачено";
            case CONTRACTED -> "законтрактовано";
            case SHIPPED -> "відправлено";
            case RECEIVED -> "отримано";
            case IN_SERVICE -> "стоїть на службі";
            case LOST -> "втрачено";
            case RETURNED -> "повернуто";
            case MET -> "умову виконано";
        };
        return "«" + names.name(step.event()) + "» каже, що " + stage;
    }

    private String confirms(Rule.Confirms confirms) {
        String of = UkrainianPhrases.clauses(confirms.of(), Case.GENITIVE);
        if (confirms.body().isEmpty()) {
            return "порушення " + of + " ніхто не підтверджує";
        }
        return "порушення " + of + " підтверджує «" + names.name(confirms.body().get()) + "»"
                + confirms.silence()
                        .map(s -> "; якщо відповіді немає протягом " + UkrainianPhrases.span(s.after()) + ", порушення "
                                + switch (s.meaning()) {
                                    case ALLEGED -> "лишається ймовірним";
                                    case CONFIRMED -> "вважається підтвердженим";
                                    case REFUTED -> "вважається спростованим";
                                })
                        .orElse("");
    }

    private static String basis(Rule.Evidence evidence) {
        return Readable.list(
                Stream.of(Basis.values())
                        .filter(evidence.kinds()::contains)
                        .map(b -> switch (b) {
                            case SEEN -> "бачили";
                            case HEARD -> "чули";
                            case TOLD -> "розповіли";
                            case INSTRUMENT -> "виміряв прилад";
                            case CLAIM -> "заявила сторона";
                            case MEDIA -> "сказано в медіа";
                        })
                        .toList(),
                "або");
    }
}
