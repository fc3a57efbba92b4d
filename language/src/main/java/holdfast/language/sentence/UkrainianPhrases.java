package holdfast.language.sentence;

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
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of one sentence, in Ukrainian. Names are never declined: a name in guillemets stands behind a word that is (подія «напад», стан
 * «перемир’я»), or behind a dash (хто — Росія). It remembers what was mentioned: one for each sentence.
 */
final class UkrainianPhrases {
    private static final List<String> MONTHS = List.of(
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня");

    /** What the usual names of attributes ask for. */
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("by", "хто"),
            Map.entry("on", "щодо кого чи чого"),
            Map.entry("against", "проти кого"),
            Map.entry("of", "чий"),
            Map.entry("to", "кому"),
            Map.entry("from", "від кого"),
            Map.entry("for", "для кого"),
            Map.entry("beyond", "за чим"),
            Map.entry("item", "що"),
            Map.entry("quantity", "кількість"),
            Map.entry("number", "число"),
            Map.entry("due", "строк"),
            Map.entry("town", "місто"),
            Map.entry("place", "місце"),
            Map.entry("result", "наслідок"));

    private final Agreement agreement;
    private final Readable names;
    private final Deeds deeds;
    private static final List<String> PARTIES =
            List.of("та сама сторона", "та інша сторона", "та третя сторона", "та четверта сторона");

    private final Map<String, String> mentioned = new HashMap<>();

    /** The attribute with which a value that is no party was first mentioned. */
    private final Map<String, String> introduced = new HashMap<>();

    private final Set<String> silent = new HashSet<>();

    UkrainianPhrases(Agreement agreement, Readable names, Deeds deeds) {
        this.agreement = agreement;
        this.names = names;
        this.deeds = deeds;
    }

    // Who.

    /** Who it is, and whether many: "Росія має", "Сполучені Штати мають". */
    record Subject(String who, boolean many) {
        String must() {
            return who + (many ? " мають" : " має");
        }

        String may() {
            return who + (many ? " мають" : " має") + " право";
        }
    }

    Subject bearer(Bearer bearer) {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> new Subject("хтось, кого текст не називає,", false);
            case Bearer.Named(List<String> actors) -> each(actors);
            case Bearer.EachOf each -> {
                mentioned.put(each.variable(), "та сама сторона");
                yield each.actors().size() == 1
                        ? each(each.actors())
                        : new Subject(ofSet(each, "кожна сторона", "кожен гарант", "кожен учасник"), false);
            }
            case Bearer.Bound(String variable) ->
                new Subject(mentioned.getOrDefault(variable, "та сама сторона"), false);
            case Bearer.Anyone(String variable) -> {
                mentioned.put(variable, "та сама особа");
                yield new Subject("кожен", false);
            }
        };
    }

    /** "жодна сторона не має права", "Росія не має права". */
    String prohibited(Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each
            when each.actors().size() > 1 -> {
                mentioned.put(each.variable(), "та сама сторона");
                yield ofSet(each, "жодна сторона", "жоден гарант", "жоден учасник") + " не має права";
            }
            case Bearer.Anyone(String variable) -> {
                mentioned.put(variable, "та сама особа");
                yield "ніхто не має права";
            }
            case Bearer.EachOf _, Bearer.Named _, Bearer.NobodyNamed _, Bearer.Bound _ -> {
                Subject subject = bearer(bearer);
                yield subject.who() + (subject.many() ? " не мають права" : " не має права");
            }
        };
    }

    private Subject each(List<String> actors) {
        String first = names.name(actors.getFirst());
        boolean many = actors.size() > 1 || first.equals("США") || first.split(" ")[0].matches(".*(і|и)");
        return new Subject(list(actors), many);
    }

    private String ofSet(Bearer.EachOf each, String party, String guarantor, String member) {
        return switch (each.set()) {
            case "party" -> party;
            case "guarantor" -> guarantor;
            default ->
                agreement.groups().stream().anyMatch(g -> g.name().equals(each.set()))
                        ? member + " групи «" + names.name(each.set()) + "»"
                        : member + " зі списку (" + list(each.actors()) + ")";
        };
    }

    String list(List<String> actors) {
        return Readable.list(actors.stream().map(names::name).toList(), "і");
    }

    void announce(Bearer bearer) {
        switch (bearer) {
            case Bearer.EachOf each -> mentioned.put(each.variable(), "ця сторона");
            case Bearer.Anyone(String variable) -> mentioned.put(variable, "той, хто це робить");
            case Bearer.NobodyNamed _, Bearer.Named _, Bearer.Bound _ -> {}
        }
    }

    /** What a variable stands for here. */
    void know(String variable, String words) {
        mentioned.put(variable, words);
    }

    void leaveOut(List<String> variables) {
        silent.addAll(variables);
    }

    // What happens.

    private Optional<String> verb(String event) {
        return names.forms(Readable.plain(event)).stream()
                .filter(f -> Readable.isDeed(f) && !f.startsWith("to "))
                .findFirst();
    }

    /** Its name in guillemets: what it is, or what one does. */
    private String quoted(String event) {
        String name = names.forms(Readable.plain(event)).stream()
                .filter(f -> !Readable.isDeed(f))
                .findFirst()
                .or(() -> verb(event))
                .orElseGet(() -> names.name(event));
        return (event.startsWith(Definition.FIRST) ? "перша " : "") + "«" + name + "»";
    }

    /** What a bearer does; the bearer itself is left out of it. */
    String deed(Pattern act, Bearer bearer, Condition gained) {
        if (Deeds.takesGround(act)) {
            return "захопити " + amountGained(act, gained)
                    + act.term("beyond").map(z -> " за зоною " + term(z)).orElse("");
        }
        String rest = arguments(act, deeds.own(act, bearer));
        return verb(act.event()).map(v -> v + rest).orElseGet(() -> "здійснити дію " + quoted(act.event()) + rest);
    }

    private static String amountGained(Pattern act, Condition where) {
        return Deeds.leastGained(act, where)
                .map(km2 -> number(km2) + " км² чи більше")
                .orElse("землю");
    }

    /** "«напад» (хто — Росія)", behind a word such as подія. */
    String occurrence(Pattern pattern) {
        return quoted(pattern.event()) + arguments(pattern, Optional.empty());
    }

    private String arguments(Pattern pattern, Optional<String> unless) {
        List<String> said = new ArrayList<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            String attribute = argument.attribute();
            if (unless.filter(attribute::equals).isPresent()) {
                continue;
            }
            ValueType valueType = deeds.type(pattern, attribute);
            if (argument.term() instanceof Term.Variable(String variable)) {
                variable(variable, attribute, valueType).ifPresent(said::add);
            } else {
                said.add(asked(attribute) + " — " + term(argument.term()));
            }
        }
        return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
    }

    private static String asked(String attribute) {
        return ATTRIBUTES.getOrDefault(attribute, Readable.words(attribute));
    }

    private Optional<String> variable(String variable, String attribute, ValueType type) {
        if (variable.startsWith("_") || silent.contains(variable)) {
            return Optional.empty();
        }
        if (type == ValueType.BREACH) {
            // An answer to a breach is about that breach.
            mentioned.putIfAbsent(variable, "це порушення");
            return Optional.empty();
        }
        String known = mentioned.get(variable);
        if (known != null) {
            boolean plain = attribute.equals(introduced.get(variable)) && isOnly(variable);
            return Optional.of(asked(attribute) + " — " + (plain ? "те саме" : known));
        }
        return Optional.of(asked(attribute) + " — " + first(variable, attribute, type));
    }

    /** Whether no other value was mentioned with the same attribute. */
    private boolean isOnly(String variable) {
        String attribute = introduced.get(variable);
        return introduced.values().stream().filter(a -> a.equals(attribute)).count() == 1;
    }

    /** Каже, що це таке, і запам’ятовує, як його називати далі: two values are never called alike. */
    private String first(String variable, String attribute, ValueType type) {
        long parties =
                mentioned.values().stream().distinct().filter(PARTIES::contains).count();
        return switch (type) {
            case PARTY -> {
                int next = (int) Math.min(parties, PARTIES.size() - 1L);
                mentioned.put(variable, PARTIES.get(next));
                yield next == 0 ? "якась сторона" : PARTIES.get(next).substring("та ".length());
            }
            case NUMBER, TEXT, DATE, PLACE, ZONE, BREACH -> {
                long before =
                        introduced.values().stream().filter(attribute::equals).count();
                introduced.put(variable, attribute);
                String value = "значення «" + asked(attribute) + "»";
                mentioned.put(variable, before == 0 ? "те саме " + value : (before + 1) + "-е " + value);
                yield before == 0 ? "будь-що" : (before + 1) + "-е " + value;
            }
        };
    }

    // When.

    String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) ->
                "коли відбувається подія " + occurrence(pattern) + where(where);
            case Trigger.OnBreach breach -> onBreach(breach);
            case Trigger.Continues(Trigger.OnBreach breach, Span after, var ignored) ->
                "якщо " + aBreach(breach) + " триває після " + span(after);
            case Trigger.GrowsInto(Trigger.OnBreach breach, Pattern into, var ignored) -> {
                String of = aBreach(breach);
                yield "якщо " + of + " переростає в подію " + occurrence(into);
            }
            case Trigger.OnOutcome(ClauseRef clause, boolean cured, var ignored) ->
                "коли " + clauses(clause, Case.NOMINATIVE) + (cured ? " виконано із запізненням" : " виконано");
            case Trigger.OnState(Condition state, boolean begins, var ignored) ->
                state instanceof Condition.InState(String name, List<Term> arguments, var origin)
                        ? "коли " + (begins ? "починається" : "закінчується") + " стан «" + names.name(name) + "»"
                                + of(arguments)
                        : "коли " + (begins ? "настає" : "припиняється") + " те, що " + condition(state);
        };
    }

    private String onBreach(Trigger.OnBreach breach) {
        mentioned.put(breach.variable(), "це порушення");
        if (breach.confirmed()) {
            return "коли підтверджено " + aBreach(breach);
        }
        return breach.by()
                .map(by -> "якщо " + breaker(by) + " порушує " + clauses(breach.of(), Case.ACCUSATIVE))
                .orElseGet(() -> "якщо порушено " + clauses(breach.of(), Case.ACCUSATIVE));
    }

    private String aBreach(Trigger.OnBreach breach) {
        mentioned.put(breach.variable(), "це порушення");
        return "порушення " + clauses(breach.of(), Case.GENITIVE)
                + breach.by().map(b -> " (хто — " + breaker(b) + ")").orElse("");
    }

    private String breaker(Term term) {
        if (!(term instanceof Term.Variable(String variable))) {
            return term(term);
        }
        String known = mentioned.get(variable);
        return known != null ? known : first(variable, "by", ValueType.PARTY);
    }

    enum Case {
        NOMINATIVE("стаття", "пункт", "чи"),
        GENITIVE("статті", "пункту", "чи"),
        ACCUSATIVE("статтю", "пункт", "чи");

        private final String article;
        private final String point;
        private final String or;

        Case(String article, String point, String or) {
            this.article = article;
            this.point = point;
            this.or = or;
        }
    }

    static String clauses(ClauseRef ref, Case form) {
        return Readable.list(
                ref.ids().stream()
                        .map(id -> (id.matches("\\d+[a-z]?") ? form.article : form.point) + " " + id)
                        .toList(),
                form.or);
    }

    String bound(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) -> {
                boolean sameDay = including && span.unit() == Span.Unit.DAY && span.count() == 1;
                yield sameDay
                        ? "до кінця того ж дня" + anchor(anchor)
                        : "протягом " + counted(span, including) + anchor(anchor);
            }
            case Bound.OnDate(LocalDate date, boolean before) ->
                (before ? "раніше ніж " : "не пізніше ніж ") + day(date);
            case Bound.AtInstant(Instant instant, boolean before) ->
                (before ? "раніше ніж " : "не пізніше ніж ") + instant(instant);
            case Bound.OnVariable(String ignored, boolean before) ->
                before ? "раніше за цей строк" : "не пізніше цього строку";
        };
    }

    String when(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) ->
                "за " + lasting(span, including) + anchor(anchor);
            case Bound.OnDate(LocalDate date, boolean ignored) -> day(date);
            case Bound.AtInstant(Instant instant, boolean ignored) -> instant(instant);
            case Bound.OnVariable(String ignored, boolean before) -> "цей строк";
        };
    }

    String anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfTrigger() -> "";
            case Anchor.OfReport() -> " від повідомлення про це";
            case Anchor.OfEvent(Pattern pattern) -> " від події " + occurrence(pattern);
            case Anchor.OfBreach(String ignored, Anchor.Moment moment) ->
                switch (moment) {
                    case START -> " від його початку";
                    case REPORT -> " від першого повідомлення про нього";
                    case FINDING -> " від висновку щодо нього";
                };
        };
    }

    // What is so.

    String where(Condition condition) {
        return condition.isAlways() ? "" : ", за умови, що " + condition(condition);
    }

    private String of(List<Term> arguments) {
        return arguments.isEmpty()
                ? ""
                : " (для кого — "
                        + Readable.list(arguments.stream().map(this::party).toList(), "і") + ")";
    }

    private String party(Term term) {
        return term instanceof Term.Variable(String variable)
                ? mentioned.getOrDefault(variable, silent.contains(variable) ? "відповідна сторона" : "якась сторона")
                : term(term);
    }

    String condition(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> all.isEmpty() ? "так є завжди" : joined(all, "і");
            case Condition.Any any
            when OtherParty.told(any, "інша сторона").isPresent() ->
                condition(OtherParty.told(any, "інша сторона").orElseThrow());
            case Condition.Any(List<Condition> any) -> any.isEmpty() ? "так не є ніколи" : "або " + joined(any, "або");
            case Condition.Not(Condition negated) -> not(negated);
            case Condition.InState(String state, List<Term> arguments, var ignored) ->
                "діє стан «" + names.name(state) + "»" + of(arguments);
            case Condition.HasHappened(Pattern pattern) -> "відбулася подія " + occurrence(pattern);
            case Condition.NoneFor(Pattern pattern, Span span) ->
                "протягом " + span(span) + " не було події " + occurrence(pattern);
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) ->
                "виконано " + clauses(clause, Case.ACCUSATIVE);
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                by.map(b -> names.name(b) + " порушує ").orElse("порушено ") + clauses(clause, Case.ACCUSATIVE);
            case Condition.LevelIs(Pattern level, Comparison comparison, BigDecimal number) ->
                "показник «" + names.name(level.event()) + "»"
                        + of(level.arguments().stream()
                                .map(Pattern.Argument::term)
                                .toList())
                        + " становить " + comparison(comparison) + number(number);
            case Condition.Undefined(String term, var ignored) ->
                "має місце те, що текст називає «" + names.name(term) + "»";
            case Condition.Compare(Term left, Comparison comparison, Term right, var ignored) ->
                party(left) + " — це " + comparison(comparison) + term(right);
            case Condition.InZone(Term place, String zone, var ignored) ->
                "місце лежить у зоні «" + names.name(zone) + "»";
            case Condition.Distance(Term place, boolean within, BigDecimal km, String zone, var ignored) ->
                "місце лежить " + (within ? "не далі ніж за " : "не ближче ніж за ") + number(km) + " км від зони «"
                        + names.name(zone) + "»";
        };
    }

    private String not(Condition negated) {
        return switch (negated) {
            case Condition.InState(String state, List<Term> arguments, var ignored) ->
                "стан «" + names.name(state) + "» не діє" + of(arguments);
            case Condition.HasHappened(Pattern pattern) -> "не відбулася подія " + occurrence(pattern);
            case Condition.NoneFor(Pattern pattern, Span span) ->
                "протягом останніх " + span(span) + " була подія " + occurrence(pattern);
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) ->
                "не виконано " + clauses(clause, Case.ACCUSATIVE);
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                by.map(b -> names.name(b) + " не порушує ").orElse("не порушено ") + clauses(clause, Case.ACCUSATIVE);
            case Condition.Undefined(String term, var ignored) ->
                "немає того, що текст називає «" + names.name(term) + "»";
            case Condition.InZone(Term place, String zone, var ignored) ->
                "місце лежить поза зоною «" + names.name(zone) + "»";
            case Condition.Not(Condition twice) -> condition(twice);
            case Condition.All _, Condition.Any _, Condition.LevelIs _, Condition.Compare _, Condition.Distance _ ->
                "не є так, що " + condition(negated);
        };
    }

    private String joined(List<Condition> conditions, String word) {
        return Readable.list(
                conditions.stream()
                        .map(c -> c instanceof Condition.All(var all) && all.size() > 1
                                        || c instanceof Condition.Any(var any) && any.size() > 1
                                ? "(" + condition(c) + ")"
                                : condition(c))
                        .toList(),
                word);
    }

    private static String comparison(Comparison comparison) {
        return switch (comparison) {
            case IS -> "";
            case IS_NOT -> "не ";
            case AT_LEAST -> "щонайменше ";
            case AT_MOST -> "щонайбільше ";
            case MORE_THAN -> "більше ніж ";
            case LESS_THAN -> "менше ніж ";
        };
    }

    // Terms.

    String term(Term term) {
        return switch (term) {
            case Term.Variable(String variable) -> mentioned.getOrDefault(variable, "те саме");
            case Term.Constant(Value.Text(String text)) -> "«" + text + "»";
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
            case Value.ZoneName(String name) -> "«" + names.name(name) + "»";
            case Value.Reference(String id) -> id;
        };
    }

    private String actor(String name) {
        return switch (name) {
            case "party" -> "якась сторона";
            case "guarantor" -> "якийсь гарант";
            case "unattributed" -> "невідомо хто";
            default ->
                agreement.groups().stream().anyMatch(g -> g.name().equals(name))
                        ? "учасник групи «" + names.name(name) + "»"
                        : names.name(name);
        };
    }

    static String number(BigDecimal number) {
        return LargeNumber.grouped(number.stripTrailingZeros().toPlainString(), "\u00a0")
                .replace('.', ',');
    }

    static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear() + " року";
    }

    String instant(Instant instant) {
        ZonedDateTime local = instant.atZone(agreement.zone());
        LocalTime time = local.toLocalTime();
        return day(local.toLocalDate()) + ", "
                + String.format(java.util.Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** In the genitive, as behind протягом: "24 годин", "1 дня". */
    static String span(Span span) {
        String unit = switch (span.unit()) {
            case SECOND -> form(span.count(), "секунди", "секунд", "секунд");
            case MINUTE -> form(span.count(), "хвилини", "хвилин", "хвилин");
            case HOUR -> form(span.count(), "години", "годин", "годин");
            case DAY -> form(span.count(), "дня", "днів", "днів");
            case WEEK -> form(span.count(), "тижня", "тижнів", "тижнів");
            case MONTH -> form(span.count(), "місяця", "місяців", "місяців");
            case YEAR -> form(span.count(), "року", "років", "років");
        };
        return span.count() + " " + unit;
    }

    /** In the accusative, as behind через and за: "24 години", "1 день", "2 тижні". */
    static String lasting(Span span) {
        String unit = switch (span.unit()) {
            case SECOND -> form(span.count(), "секунду", "секунди", "секунд");
            case MINUTE -> form(span.count(), "хвилину", "хвилини", "хвилин");
            case HOUR -> form(span.count(), "годину", "години", "годин");
            case DAY -> form(span.count(), "день", "дні", "днів");
            case WEEK -> form(span.count(), "тиждень", "тижні", "тижнів");
            case MONTH -> form(span.count(), "місяць", "місяці", "місяців");
            case YEAR -> form(span.count(), "рік", "роки", "років");
        };
        return span.count() + " " + unit;
    }

    /** "1 раз", "2 рази", "5 разів". */
    static String times(long n) {
        return n + " " + form(n, "раз", "рази", "разів");
    }

    private static String form(long n, String one, String few, String many) {
        boolean teens = n % 100 >= 11 && n % 100 <= 14;
        return n % 10 == 1 && !teens ? one : n % 10 >= 2 && n % 10 <= 4 && !teens ? few : many;
    }

    private static String firstDay(Span span, boolean including) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> "";
            case DAY, WEEK -> including ? " (рахуючи перший день)" : " (не рахуючи першого дня)";
            case MONTH, YEAR -> including ? " (рахуючи перший день)" : "";
        };
    }

    /** The attribute that a variable gives, by its name. */
    static String attributeOf(String variable, Pattern pattern) {
        return pattern.arguments().stream()
                .filter(a -> a.term().equals(new Term.Variable(variable)))
                .map(a -> "«" + asked(a.attribute()) + "»")
                .findFirst()
                .orElse("");
    }

    /** Чи рахується перший день, сказано всюди, де рахують дні. */
    static String counted(Span span, boolean including) {
        return span(span) + firstDay(span, including);
    }

    /** The same in the accusative. */
    static String lasting(Span span, boolean including) {
        return lasting(span) + firstDay(span, including);
    }
}
