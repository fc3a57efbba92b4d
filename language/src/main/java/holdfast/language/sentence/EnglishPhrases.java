package holdfast.language.sentence;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of one sentence, in English. It remembers what was mentioned: one for each sentence. */
final class EnglishPhrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    /** Attributes whose name is the word that stands before their value. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "on", "to", "from", "of", "in", "at", "for", "with", "against", "beyond", "by", "into", "between",
            "towards");

    private final Agreement agreement;
    private final Readable names;
    private final Deeds deeds;
    private final Mentioned mentioned = new Mentioned();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    /** Whether what is mentioned first need not be said: what is forbidden is so whatever it is. */
    private boolean unsaid;

    EnglishPhrases(Agreement agreement, Readable names, Deeds deeds) {
        this.agreement = agreement;
        this.names = names;
        this.deeds = deeds;
    }

    // Who.

    String bearer(Bearer bearer) {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> "somebody whom the text does not name";
            case Bearer.Named(List<String> actors) -> list(actors);
            case Bearer.EachOf each -> {
                mentioned.say(each.variable(), "that " + member(each.set()));
                yield each.actors().size() == 1 ? list(each.actors()) : "each " + ofSet(each);
            }
            case Bearer.Bound(String variable) -> mentioned.of(variable).orElse("that party");
            case Bearer.Anyone(String variable) -> {
                mentioned.say(variable, "whoever does it");
                yield "anyone";
            }
        };
    }

    /** "no party may", "Russia must not". */
    String bearerOfProhibition(Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each -> {
                mentioned.say(each.variable(), "it");
                yield each.actors().size() == 1
                        ? list(each.actors()) + " must not"
                        : isSet(each.set()) ? "no " + ofSet(each) + " may" : "none " + ofSet(each) + " may";
            }
            case Bearer.Anyone(String variable) -> {
                mentioned.say(variable, "whoever does it");
                yield "nobody may";
            }
            case Bearer.NobodyNamed _, Bearer.Named _, Bearer.Bound _ -> bearer(bearer) + " must not";
        };
    }

    private static String member(String set) {
        return set.equals("party") || set.equals("guarantor") ? set : "member";
    }

    private boolean isSet(String set) {
        return set.equals("party")
                || set.equals("guarantor")
                || agreement.groups().stream().anyMatch(g -> g.name().equals(set));
    }

    /** "party", "member of the Coalition", "of France and Poland". */
    private String ofSet(Bearer.EachOf each) {
        String set = each.set();
        if (!isSet(set)) {
            return "of " + list(each.actors());
        }
        return member(set).equals(set) ? set : "member of " + withThe(names.name(set));
    }

    /** Before it is said who has to do it. */
    void announce(Bearer bearer) {
        switch (bearer) {
            case Bearer.EachOf each -> mentioned.say(each.variable(), "the " + member(each.set()) + " concerned");
            case Bearer.Anyone(String variable) -> mentioned.say(variable, "whoever does it");
            case Bearer.NobodyNamed _, Bearer.Named _, Bearer.Bound _ -> {}
        }
    }

    /** What a variable stands for here. */
    void know(String variable, String words) {
        mentioned.say(variable, words);
        given.add(variable);
    }

    void whateverItIs() {
        unsaid = true;
    }

    /** What is the same in all parts of a definition need not be said in each. */
    void leaveOut(List<String> variables) {
        silent.addAll(variables);
    }

    private static String withThe(String name) {
        return EnglishWords.hasArticle(name) ? name : "the " + name;
    }

    private String list(List<String> actors) {
        return Readable.list(actors.stream().map(this::named).toList(), "and");
    }

    // What happens.

    /** What an event is called as a thing, as the text gives it; empty where it is only called as a deed. */
    private Optional<String> noun(String event) {
        List<String> forms = names.forms(Readable.plain(event));
        if (forms.isEmpty()) {
            return EnglishWords.noun(lower(Readable.words(Readable.plain(event))));
        }
        return forms.stream().filter(f -> !Readable.isDeed(f)).findFirst();
    }

    /** What somebody does who does it, such as "warn"; empty where it is only called as a thing. */
    private Optional<String> verb(String event) {
        List<String> forms = names.forms(Readable.plain(event));
        if (forms.isEmpty()) {
            return EnglishWords.verb(lower(Readable.words(Readable.plain(event))));
        }
        return forms.stream()
                .filter(Readable::isDeed)
                .map(f -> f.substring("to ".length()))
                .findFirst();
    }

    /** Whether its made name says that something was done: it is quoted, and stands as a name. */
    private boolean saysDone(String event) {
        return noun(event).filter(n -> n.startsWith("“")).isPresent();
    }

    /** A made name begins small, except where it is all in capitals. */
    private static String lower(String words) {
        boolean capitals = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return capitals ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** What a bearer does: "warn", "carry out an exchange of prisoners". The bearer itself is left out of it. */
    String deed(Pattern act, Bearer bearer, String doing, Optional<Condition> gained) {
        if (Deeds.takesGround(act) && gained.isPresent()) {
            return "take " + amountGained(act, gained.get())
                    + act.term("beyond").map(z -> " beyond " + term(z)).orElse("");
        }
        String rest = arguments(act, deeds.own(act, bearer));
        return verb(act.event())
                .map(v -> v + rest)
                .orElseGet(
                        () -> doing + " " + EnglishWords.one(noun(act.event()).orElseThrow()) + rest);
    }

    private static String amountGained(Pattern act, Condition where) {
        return Deeds.leastGained(act, where)
                .map(km2 -> number(km2) + " km² or more")
                .orElse("ground");
    }

    /** As a thing: "an attack by Russia on Ukraine", "an act by which Ukraine warns". */
    String occurrence(Pattern pattern) {
        return noun(pattern.event())
                .map(n -> first(pattern)
                        + (first(pattern).isEmpty() ? EnglishWords.one(n) : EnglishWords.withoutArticle(n))
                        + arguments(pattern, Optional.empty()))
                .orElseGet(() -> "an act by which " + clause(pattern));
    }

    private static String first(Pattern pattern) {
        return pattern.event().startsWith(Definition.FIRST) ? "the first " : "";
    }

    /** "to warn the others", "a delivery by Germany". */
    String act(Pattern pattern) {
        return verb(pattern.event())
                .map(v -> "to " + v + arguments(pattern, deeds.doer(pattern)))
                .orElseGet(() -> occurrence(pattern));
    }

    /** Without an article: "attack by Russia". */
    String bare(Pattern pattern) {
        return noun(pattern.event())
                .map(n -> EnglishWords.withoutArticle(n) + arguments(pattern, Optional.empty()))
                .orElseGet(() -> "act by which " + clause(pattern));
    }

    /** "attacks by Russia". */
    String several(Pattern pattern) {
        return noun(pattern.event())
                .map(n -> EnglishWords.several(n) + arguments(pattern, Optional.empty()))
                .orElseGet(() -> "acts by which " + clause(pattern));
    }

    /** As something that happens: "Ukraine warns", "there is an attack by Russia". */
    private String clause(Pattern pattern) {
        Optional<String> verb = verb(pattern.event());
        if (noun(pattern.event()).isPresent()) {
            return "there is " + occurrence(pattern);
        }
        return doer(pattern) + " " + EnglishWords.third(verb.orElseThrow()) + arguments(pattern, deeds.doer(pattern));
    }

    private String hasHappened(Pattern pattern, boolean not) {
        Optional<String> verb = verb(pattern.event());
        if (noun(pattern.event()).isEmpty()) {
            return doer(pattern)
                    + (not ? " has not " : " has ")
                    + EnglishWords.participle(verb.orElseThrow())
                    + arguments(pattern, deeds.doer(pattern));
        }
        if (saysDone(pattern.event())) {
            return bare(pattern) + (not ? " has not happened" : " has happened");
        }
        String occurrence = occurrence(pattern);
        if (occurrence.startsWith("the ")) {
            return occurrence + (not ? " has not happened" : " has happened");
        }
        String has = EnglishWords.isMany(noun(pattern.event()).orElseThrow()) ? "there have been " : "there has been ";
        return has + (not ? "no " + bare(pattern) : occurrence);
    }

    private String doer(Pattern pattern) {
        return deeds.doer(pattern)
                .flatMap(pattern::term)
                .map(t -> t instanceof Term.Variable(String v) ? mention(v, "party") : term(t))
                .orElse("somebody");
    }

    private String mention(String variable, String kind) {
        if (variable.startsWith("_") && !mentioned.knows(variable)) {
            return EnglishWords.one(kind);
        }
        return mentioned.of(variable).orElseGet(() -> mentioned.first(variable, kind));
    }

    /** What is said of an occurrence besides its name: " by Russia on Ukraine (item: tanks)". */
    private String arguments(Pattern pattern, Optional<String> unless) {
        StringBuilder near = new StringBuilder();
        List<String> apart = new ArrayList<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            String attribute = argument.attribute();
            if (unless.filter(attribute::equals).isPresent()) {
                continue;
            }
            ValueType valueType = deeds.type(pattern, attribute);
            if (argument.term() instanceof Term.Variable(String variable)) {
                variable(variable, attribute, valueType, near, apart);
            } else if (PREPOSITIONS.contains(attribute)) {
                near.append(' ').append(attribute).append(' ').append(term(argument.term()));
            } else {
                apart.add(Readable.words(attribute) + ": " + term(argument.term()));
            }
        }
        return near + (apart.isEmpty() ? "" : " (" + String.join(", ", apart) + ")");
    }

    private void variable(String variable, String attribute, ValueType type, StringBuilder near, List<String> apart) {
        boolean known = mentioned.knows(variable);
        if ((variable.startsWith("_") && !known) || silent.contains(variable)) {
            return;
        }
        if (type == ValueType.BREACH) {
            // An answer to a breach is about that breach.
            if (!known) {
                mentioned.say(variable, "that breach");
            }
        } else if (PREPOSITIONS.contains(attribute)) {
            near.append(' ')
                    .append(attribute)
                    .append(' ')
                    .append(mention(variable, type == ValueType.PARTY ? "party" : kindOf(attribute, type)));
        } else if (given.contains(variable)) {
            apart.add(Readable.words(attribute) + ": " + mentioned.of(variable).orElseThrow());
        } else if (known) {
            apart.add("the same " + Readable.words(attribute));
        } else {
            String kind = type == ValueType.DATE ? "day" : Readable.words(attribute);
            if (unsaid) {
                mentioned.say(variable, "the " + kind);
            } else {
                mentioned.first(variable, kind);
                apart.add("some " + kind);
            }
        }
    }

    private static String kindOf(String attribute, ValueType type) {
        return switch (type) {
            case PARTY -> "party";
            case NUMBER -> "number";
            case DATE -> "day";
            case PLACE -> "place";
            case ZONE -> "zone";
            case BREACH -> "breach";
            case TEXT -> Readable.words(attribute);
        };
    }

    /** What a definition is of: "an expanded attack". */
    String defined(Definition definition) {
        String event = definition.name();
        String first = event.startsWith(Definition.FIRST) ? "the first " : "";
        return noun(event)
                .map(n -> first.isEmpty() ? EnglishWords.one(n) : first + EnglishWords.withoutArticle(n))
                .orElseGet(() -> "“to " + verb(event).orElseThrow() + "”");
    }

    String attributeOf(String variable, Pattern pattern) {
        return pattern.arguments().stream()
                .filter(a -> a.term().equals(new Term.Variable(variable)))
                .map(a -> "“" + Readable.words(a.attribute()) + "”")
                .findFirst()
                .orElse("that");
    }

    /** " by decision of the Commission on “extension”", " by giving notice". */
    String use(Pattern with, Bearer bearer) {
        Optional<Definition> hedged = Definition.ofUse(agreement, with);
        if (hedged.isPresent() && hedged.get().derivation() instanceof Definition.Select(var acts, Condition when)) {
            return use(acts.getFirst(), bearer) + ", if " + condition(when);
        }
        if (with.event().equals("decision")) {
            return " by decision"
                    + with.term("on")
                            .map(t -> " on “" + term(t).replace("“", "").replace("”", "") + "”")
                            .orElse("");
        }
        String deed = deed(with, bearer, "", Optional.empty()).strip();
        return verb(with.event()).isPresent() ? ", and has to " + deed + " for it" : " by " + deed;
    }

    // When.

    String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) ->
                (noun(pattern.event()).isEmpty() ? "once " + clause(pattern) : "on " + occurrence(pattern))
                        + where(where);
            case Trigger.OnBreach breach -> onBreach(breach);
            case Trigger.Continues(Trigger.OnBreach breach, Span after, var ignored) ->
                "if " + aBreach(breach) + " continues after " + span(after);
            case Trigger.GrowsInto(Trigger.OnBreach breach, Pattern into, var ignored) -> {
                String of = aBreach(breach);
                yield "if " + of + " grows into " + occurrence(into);
            }
            case Trigger.OnOutcome(ClauseRef clause, boolean cured, var ignored) ->
                "when " + EnglishSentences.clauses(clause, "or") + (cured ? " is made good late" : " is fulfilled");
            case Trigger.OnState(Condition state, boolean begins, var ignored) -> onState(state, begins);
        };
    }

    private String onState(Condition state, boolean begins) {
        if (state instanceof Condition.InState(String name, List<Term> arguments, var ignored)) {
            return "when " + state(name) + of(arguments) + (begins ? " begins" : " ends");
        }
        return "when it " + (begins ? "begins" : "ceases") + " to be so that " + condition(state);
    }

    private String onBreach(Trigger.OnBreach breach) {
        mentioned.say(breach.variable(), "the breach");
        String of = EnglishSentences.clauses(breach.of(), "or");
        if (breach.confirmed()) {
            return "once a breach of " + of + by(breach) + " is confirmed";
        }
        return breach.by()
                .map(by -> "if " + breaker(by) + (isMany(by) ? " breach " : " breaches ") + of)
                .orElseGet(() -> "if " + of + " is breached");
    }

    private boolean isMany(Term term) {
        return term instanceof Term.Constant(Value.Actor(String name)) && EnglishWords.isMany(named(name));
    }

    private String aBreach(Trigger.OnBreach breach) {
        mentioned.say(breach.variable(), "the breach");
        return "a breach of " + EnglishSentences.clauses(breach.of(), "or") + by(breach);
    }

    private String by(Trigger.OnBreach breach) {
        return breach.by().map(b -> " by " + breaker(b)).orElse("");
    }

    private String breaker(Term term) {
        return term instanceof Term.Variable(String variable) ? mention(variable, "party") : term(term);
    }

    /** "within 24 hours of the report", "by 31 December 2015". */
    String bound(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) -> {
                boolean sameDay = including && span.unit() == Span.Unit.DAY && span.count() == 1;
                String from = anchor(anchor);
                yield sameDay
                        ? "by the end of the " + (from.isEmpty() ? "same day" : "day of " + from)
                        : "within " + counted(span, including) + (from.isEmpty() ? "" : " of " + from);
            }
            case Bound.OnDate(LocalDate date, boolean before) -> (before ? "before " : "by ") + day(date);
            case Bound.AtInstant(Instant instant, boolean before) -> (before ? "before " : "by ") + instant(instant);
            case Bound.OnVariable(String variable, boolean before) ->
                (before ? "before " : "by ") + mentioned.of(variable).orElse("that day");
        };
    }

    String when(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) ->
                counted(span, including) + " after " + (anchor(anchor).isEmpty() ? "that" : anchor(anchor));
            case Bound.OnDate(LocalDate date, boolean ignored) -> day(date);
            case Bound.AtInstant(Instant instant, boolean ignored) -> instant(instant);
            case Bound.OnVariable(String variable, boolean ignored) ->
                mentioned.of(variable).orElse("that day");
        };
    }

    String anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfTrigger() -> "";
            case Anchor.OfReport() -> "the report of it";
            case Anchor.OfEvent(Pattern pattern) -> occurrence(pattern);
            case Anchor.OfBreach(String ignored, Anchor.Moment moment) ->
                switch (moment) {
                    case START -> "its start";
                    case REPORT -> "the first report of it";
                    case FINDING -> "the finding on it";
                };
        };
    }

    // What is so.

    String where(Condition condition) {
        return condition.isAlways() ? "" : ", where " + condition(condition);
    }

    /** "the settlement" in "the settlement holds". */
    String state(String state) {
        String name = names.name(state);
        String said = names.isGiven(state) ? name : lower(name);
        return EnglishWords.hasArticle(said) ? said : names.isGiven(state) ? "the " + said : "“" + said + "”";
    }

    private String of(List<Term> arguments) {
        return arguments.isEmpty()
                ? ""
                : " for "
                        + Readable.list(
                                arguments.stream()
                                        .map(t -> t instanceof Term.Variable(String v) ? mention(v, "party") : term(t))
                                        .toList(),
                                "and");
    }

    String condition(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> all.isEmpty() ? "anything is so" : joined(all, "and");
            case Condition.Any any
            when OtherParty.told(any, "the other party").isPresent() ->
                condition(OtherParty.told(any, otherParty()).orElseThrow());
            case Condition.Any(List<Condition> any) -> any.isEmpty() ? "nothing is so" : "either " + joined(any, "or");
            case Condition.Not(Condition negated) -> not(negated);
            case Condition.InState(String state, List<Term> arguments, var ignored) ->
                state(state) + " holds" + of(arguments);
            case Condition.HasHappened(Pattern pattern) -> hasHappened(pattern, false);
            case Condition.NoneFor(Pattern pattern, Span span) ->
                "there has been no " + bare(pattern) + " for " + span(span);
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) ->
                EnglishSentences.clauses(clause, "and") + " is fulfilled";
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                by.map(b -> actor(b) + " has breached " + EnglishSentences.clauses(clause, "and"))
                        .orElseGet(() -> EnglishSentences.clauses(clause, "and") + " is breached");
            case Condition.LevelIs(Pattern level, Comparison comparison, BigDecimal number) ->
                level(level.event()) + levelOf(level) + " is " + comparison(comparison) + number(number);
            case Condition.Undefined(String term, var ignored) -> "“" + lower(names.name(term)) + "” applies";
            case Condition.Compare(Term left, Comparison comparison, Term right, var ignored) ->
                term(left)
                        + (term(left).startsWith("those ") ? " are " : " is ")
                        + comparison(comparison)
                        + term(right);
            case Condition.InZone(Term place, String zone, var ignored) ->
                term(place) + " lies in " + withThe(lower(names.name(zone)));
            case Condition.Distance(Term place, boolean within, BigDecimal km, String zone, var ignored) ->
                term(place) + " lies " + (within ? "within " : "at least ") + number(km) + " km "
                        + (within ? "of " : "from ") + withThe(lower(names.name(zone)));
        };
    }

    /** Of two parties there is one other. */
    private String otherParty() {
        long parties = agreement.actors().stream()
                .filter(a -> a.role() == Actor.Role.PARTY)
                .count();
        return parties == 2 ? "the other party" : "another party";
    }

    /** A figure as the text calls it; a made name is quoted. */
    String level(String name) {
        return names.isGiven(name) ? names.name(name) : "“" + lower(names.name(name)) + "”";
    }

    private String levelOf(Pattern level) {
        String of = Readable.list(
                level.arguments().stream()
                        .map(a -> a.term() instanceof Term.Variable(String v) ? mention(v, "party") : term(a.term()))
                        .toList(),
                "and");
        return of.isEmpty() ? "" : " of " + of;
    }

    private String not(Condition negated) {
        return switch (negated) {
            case Condition.InState(String state, List<Term> arguments, var ignored) ->
                state(state) + " does not hold" + of(arguments);
            case Condition.HasHappened(Pattern pattern) -> hasHappened(pattern, true);
            case Condition.NoneFor(Pattern pattern, Span span) ->
                "there has been " + occurrence(pattern) + " in the last " + span(span);
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) ->
                EnglishSentences.clauses(clause, "and") + " is not fulfilled";
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                by.map(b -> actor(b) + " has not breached " + EnglishSentences.clauses(clause, "and"))
                        .orElseGet(() -> EnglishSentences.clauses(clause, "and") + " is not breached");
            case Condition.Undefined(String term, var ignored) -> "“" + lower(names.name(term)) + "” does not apply";
            case Condition.InZone(Term place, String zone, var ignored) ->
                term(place) + " lies outside " + withThe(lower(names.name(zone)));
            case Condition.Not(Condition twice) -> condition(twice);
            case Condition.All _, Condition.Any _, Condition.LevelIs _, Condition.Compare _, Condition.Distance _ ->
                "it is not so that " + condition(negated);
        };
    }

    private String joined(List<Condition> conditions, String word) {
        return Readable.list(
                conditions.stream()
                        .map(c -> isCompound(c) ? "(" + condition(c) + ")" : condition(c))
                        .toList(),
                word);
    }

    private static boolean isCompound(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> all.size() > 1;
            case Condition.Any(List<Condition> any) -> any.size() > 1;
            default -> false;
        };
    }

    private static String comparison(Comparison comparison) {
        return switch (comparison) {
            case IS -> "";
            case IS_NOT -> "not ";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "at most ";
            case MORE_THAN -> "more than ";
            case LESS_THAN -> "less than ";
        };
    }

    // Terms.

    String term(Term term) {
        return switch (term) {
            case Term.Variable(String variable) -> mentioned.of(variable).orElse("it");
            case Term.Constant(Value.Text(String text)) -> "“" + text + "”";
            case Term.Constant(Value value) -> value(value);
        };
    }

    private String value(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> actor(name);
            case Value.Text(String text) -> text;
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Day(LocalDate date) -> day(date);
            case Value.Place(double latitude, double longitude, String name) ->
                name.isEmpty()
                        ? number(BigDecimal.valueOf(latitude)) + " " + number(BigDecimal.valueOf(longitude))
                        : name;
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> withThe(lower(names.name(name)));
            case Value.Reference(String id) -> id;
        };
    }

    private String actor(String name) {
        if (name.equals("party") || name.equals("guarantor")) {
            return "a " + name;
        }
        if (name.equals("unattributed")) {
            return "somebody unknown";
        }
        return agreement.groups().stream().anyMatch(g -> g.name().equals(name))
                ? "a member of " + withThe(names.name(name))
                : named(name);
    }

    /** A name as it stands in a sentence. */
    String named(String name) {
        return names.isBody(name) ? withThe(names.name(name)) : names.name(name);
    }

    static String number(BigDecimal number) {
        return LargeNumber.grouped(number.stripTrailingZeros().toPlainString(), ",");
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    String instant(Instant instant) {
        ZonedDateTime local = instant.atZone(agreement.zone());
        return local.toLocalTime().toNanoOfDay() == 0 ? "the start of " + DAY.format(local) : MINUTE.format(local);
    }

    static String unit(Span span) {
        return span.unit().name().toLowerCase(Locale.ROOT);
    }

    static String span(Span span) {
        return span.toString();
    }

    /** Whether the first day counts is said wherever days are counted: two readers count it two ways. */
    static String counted(Span span, boolean including) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> span.toString();
            case DAY, WEEK -> span + (including ? " (counting the first day)" : " (not counting the first day)");
            case MONTH, YEAR -> span + (including ? " (counting the first day)" : "");
        };
    }
}
