package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.given.Attachment;
import holdfast.language.model.Actor;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Group;
import holdfast.language.model.Kind;
import holdfast.language.model.Kinds;
import holdfast.language.model.Layer;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that declare something, definitions and states excepted. */
final class Declarations {
    /** What people call the types. */
    private static final Map<ValueType, Set<String>> MEANT = Map.of(
            ValueType.NUMBER,
            Set.of(
                    "km",
                    "m",
                    "km2",
                    "int",
                    "integer",
                    "amount",
                    "count",
                    "quantity",
                    "decimal",
                    "tonnes",
                    "tons",
                    "money",
                    "usd",
                    "eur",
                    "percent"),
            ValueType.TEXT,
            Set.of("string", "name", "word", "words", "str", "boolean", "bool"),
            ValueType.PARTY,
            Set.of("actor", "country", "side", "guarantor", "who", "person", "body", "group", "parties"),
            ValueType.DATE,
            Set.of("day", "time", "datetime", "instant", "deadline", "timestamp"),
            ValueType.PLACE,
            Set.of("location", "point", "town", "city", "village", "coordinates", "where"),
            ValueType.ZONE,
            Set.of("area", "region", "territory", "line"),
            ValueType.BREACH,
            Set.of("violation", "incident", "clause"));

    private final Context context;
    private final SpanCheck spans;
    private final Function<String, Optional<Attachment>> attachments;
    private final Map<String, Token> saidOnce = new HashMap<>();
    private final Map<String, Set<Kind>> kindsOfNames = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> kindsOfMeasures = new LinkedHashMap<>();
    private final Map<String, List<String>> forces = new LinkedHashMap<>();

    final List<String> sources = new ArrayList<>();
    final Map<Integer, Layer> layers = new LinkedHashMap<>();
    final List<Zone> zones = new ArrayList<>();
    final List<Body> bodies = new ArrayList<>();

    /** What is first of the events that happen once. */
    final List<Definition> firsts = new ArrayList<>();

    Optional<Statement.Title> title = Optional.empty();

    Declarations(Context context, SpanCheck spans, Function<String, Optional<Attachment>> attachments) {
        this.context = context;
        this.spans = spans;
        this.attachments = attachments;
    }

    /** What everything else may depend on: the zone, how days are counted, who acts, the measures. */
    void first(Stated stated, boolean annex) {
        switch (stated.statement()) {
            case Statement.Title s -> {
                if (!annex && once("agreement", stated)) {
                    title = Optional.of(s);
                }
            }
            case Statement.Source s -> sources.add(s.text().content());
            case Statement.TimeZone s -> timeZone(s, stated, annex);
            case Statement.DaysCount s -> daysCount(s, stated);
            case Statement.Actors s -> actors(s, stated);
            case Statement.Measures s -> measures(s, stated);
            default -> {}
        }
    }

    /** Names made of others: groups, bodies; and the names of zones, terms and questions. */
    void second(Stated stated) {
        switch (stated.statement()) {
            case Statement.Group s -> group(s, stated);
            case Statement.BodyThatDecides s ->
                context.names.declare(
                        s.body().name(), Names.Kind.BODY, !stated.answers().isEmpty());
            case Statement.Undefined s -> undefined(s, stated);
            case Statement.Question s -> question(s, stated);
            case Statement.Layer s -> layer(s, stated);
            case Statement.Events s -> s.events().forEach(this::event);
            case Statement.ZoneFromFile s -> zoneName(s.name(), stated);
            case Statement.ZoneNotPublic s -> {
                zoneName(s.name(), stated);
                notPublic(s.name(), stated);
            }
            case Statement.ZoneEdge s -> zoneName(s.name(), stated);
            case Statement.ZoneAround s -> zoneName(s.name(), stated);
            case Statement.ZoneWide s -> zoneName(s.name(), stated);
            case Statement.Define s ->
                context.names.declare(
                        s.name(),
                        s.derivation() instanceof Phrase.Latest ? Names.Kind.LEVEL : Names.Kind.DEFINITION,
                        true);
            case Statement.StateBegins s -> context.names.declare(s.name(), Names.Kind.STATE, true);
            case Statement.StateIs s -> context.names.declare(s.name(), Names.Kind.STATE, true);
            case Statement.Term s -> context.names.declare(s.name(), Names.Kind.STATE, true);
            default -> {}
        }
    }

    /** What needs groups and zone names. */
    void third(Stated stated, Reading reading) {
        switch (stated.statement()) {
            case Statement.BodyThatDecides s -> body(s, stated, reading);
            case Statement.Actors s -> madeUpOf(s);
            case Statement.ZoneFromFile s -> zoneFromFile(s, stated, reading);
            case Statement.ZoneEdge s -> zoneEdge(s, stated, reading);
            case Statement.ZoneAround s -> zoneAround(s, stated, reading);
            case Statement.ZoneWide s -> zoneWide(s, stated, reading);
            default -> {}
        }
    }

    private boolean once(String what, Stated stated) {
        Token first = saidOnce.putIfAbsent(what, stated.first());
        if (first != null) {
            context.report(
                    Code.SAID_TWICE,
                    stated.place(),
                    "`" + what + "` was already said in line " + first.line(),
                    "say it once");
        }
        return first == null;
    }

    private void timeZone(Statement.TimeZone written, Stated stated, boolean annex) {
        Optional<ZoneId> known = context.literals.zoneNamed(written.zone());
        if (known.isEmpty()) {
            context.literals.zoneIsUnreadable();
            return;
        }
        ZoneId zone = known.get();
        if (annex && saidOnce.containsKey("time zone")) {
            // Europe/Kiev and Europe/Kyiv are two names of one zone.
            if (!zone.getRules().equals(context.literals.zoneOrUtc().getRules())) {
                context.report(
                        Code.ANNEX_DIFFERS,
                        written.zone(),
                        "the annex counts its days in `" + written.zone().text() + "`, the agreement in `"
                                + context.literals.zoneOrUtc() + "`",
                        "use one time zone; write instants of the other with their offset");
            }
            return;
        }
        if (once("time zone", stated)) {
            context.literals.zone(zone);
        }
    }

    private void daysCount(Statement.DaysCount written, Stated stated) {
        String file = stated.first().block().source().file();
        if (once("days count", stated, file)) {
            context.daysIncludeFirst.put(file, written.including());
        }
    }

    private boolean once(String what, Stated stated, String file) {
        boolean again = context.daysIncludeFirst.containsKey(file);
        return again ? once(what, stated) : once(what + " in " + file, stated);
    }

    private void actors(Statement.Actors written, Stated stated) {
        for (Statement.Named named : written.actors()) {
            Statement.Titled titled = named.named();
            Token name = titled.name();
            kinds(name.text(), named.kinds(), Kind.Of.ACTOR, kindsOfNames);
            if (context.names.declare(name, Names.Kind.ACTOR, false)) {
                String title = titled.title().map(Token::content).orElse(name.text());
                Origin origin = origin(name, stated);
                context.names.actors.put(name.text(), new Actor(name.text(), written.role(), title, origin));
            }
        }
    }

    private static Origin origin(Token name, Stated stated) {
        return new Origin(
                stated.first().block().article(),
                name.line(),
                name.column(),
                name.text().length());
    }

    private void measures(Statement.Measures written, Stated stated) {
        if (!once("measures", stated)) {
            return;
        }
        for (Statement.Measure measure : written.measures()) {
            Token name = measure.name();
            if (!context.names.measures.add(name.text())) {
                reportListedTwice(name);
            }
            kinds(name.text(), measure.kinds(), Kind.Of.MEASURE, kindsOfMeasures);
        }
    }

    private void reportListedTwice(Token name) {
        context.report(Code.LISTED_TWICE, name, "`" + name.text() + "` is named twice", "name it once");
    }

    private void group(Statement.Group written, Stated stated) {
        Set<String> members = members(written.members(), false);
        Token name = written.name();
        if (context.names.declare(name, Names.Kind.GROUP, false)) {
            context.names.groups.put(name.text(), new Group(name.text(), List.copyOf(members), stated.origin()));
        }
    }

    private Set<String> members(List<Token> written, boolean groups) {
        Set<String> members = new LinkedHashSet<>();
        for (Token token : written) {
            Group group = groups ? context.names.groups.get(token.text()) : null;
            List<String> added = group != null ? group.members() : List.of(token.text());
            if (group == null && !context.names.actors.containsKey(token.text())) {
                unknownMember(token);
            } else if (!members.addAll(added)) {
                reportListedTwice(token);
            }
        }
        return members;
    }

    private void unknownMember(Token token) {
        context.unknown(
                Code.UNKNOWN_ACTOR,
                token,
                "there is no party, guarantor or actor",
                context.names.actors.keySet(),
                "say what it is: `party " + token.text() + "` or `actor " + token.text() + "`");
    }

    private void body(Statement.BodyThatDecides written, Stated stated, Reading reading) {
        Token name = written.body().name();
        Set<String> members = deciding(written, members(written.members(), true));
        Body.Silence silence = written.silence().orElse(Body.Silence.NO_VOTE);
        Optional<Span> within = written.within().map(Phrase.Counted::span);
        boolean including = written.within()
                .map(w -> spans.includesFirstDay(w, Optional.empty()))
                .orElse(false);
        List<String> vetoes = vetoes(written.vetoes(), members);
        checkQuorum(written, members);
        if (silence != Body.Silence.NO_VOTE && within.isEmpty()) {
            context.report(
                    Code.IMPOSSIBLE_VOTE,
                    name,
                    "`" + name.text() + "` has no time limit after which silence could mean anything",
                    "say `within 48 hours` before `silence means`");
        }
        Body body = new Body(
                name.text(),
                written.body().title().map(Token::content).orElse(name.text()),
                List.copyOf(members),
                written.rule(),
                vetoes,
                within,
                including,
                silence,
                reading,
                stated.origin());
        context.names.bodies.putIfAbsent(name.text(), body);
        bodies.add(body);
    }

    /** Where one decides alone, nobody else has a vote. */
    private Set<String> deciding(Statement.BodyThatDecides written, Set<String> members) {
        if (written.alone().isEmpty()) {
            return members;
        }
        Token alone = written.alone().get();
        if (!members.contains(alone.text()) && !context.names.isBroken(alone.text())) {
            context.report(
                    Code.UNKNOWN_ACTOR,
                    alone,
                    "`" + alone.text() + "` is no member and cannot decide alone",
                    Suggestion.help(alone.text(), members, "name it among the members"));
        }
        return Set.of(alone.text());
    }

    private List<String> vetoes(List<Token> written, Set<String> members) {
        Set<String> vetoes = new LinkedHashSet<>();
        for (Token token : written) {
            if (!members.contains(token.text()) && !context.names.isBroken(token.text())) {
                context.report(
                        Code.UNKNOWN_ACTOR,
                        token,
                        "`" + token.text() + "` is no member and cannot have a veto",
                        Suggestion.help(token.text(), members, "name it among the members"));
            } else if (!vetoes.add(token.text())) {
                reportListedTwice(token);
            }
        }
        return List.copyOf(vetoes);
    }

    private void checkQuorum(Statement.BodyThatDecides written, Set<String> members) {
        if (written.quorum().isEmpty() || !(written.rule() instanceof Body.Rule.AtLeast(int n))) {
            return;
        }
        Token of = written.quorum().get();
        boolean counts = of.text().equals(String.valueOf(members.size()));
        if (!counts || n > members.size()) {
            context.report(
                    Code.IMPOSSIBLE_VOTE,
                    of,
                    "`" + n + " of " + of.text() + "` does not fit: `"
                            + written.body().name().text() + "` has " + members.size()
                            + (members.size() == 1 ? " member" : " members"),
                    "say at most `" + members.size() + " of " + members.size() + "`");
        }
    }

    private void undefined(Statement.Undefined written, Stated stated) {
        Token name = written.name();
        kinds(name.text(), written.kinds(), Kind.Of.TERM, kindsOfNames);
        if (context.names.declare(name, Names.Kind.UNDEFINED, false)) {
            String text = written.text().map(Token::content).orElse(name.text());
            context.names.undefined.put(name.text(), new UndefinedTerm(name.text(), text, stated.origin()));
        }
    }

    private void question(Statement.Question written, Stated stated) {
        Token name = written.name();
        Set<String> answers = new LinkedHashSet<>();
        for (Token answer : written.answers()) {
            if (!answers.add(answer.text())) {
                reportListedTwice(answer);
            }
        }
        if (answers.size() < 2) {
            context.report(
                    Code.TOO_FEW_ANSWERS,
                    name,
                    "the question `" + name.text() + "` has only one answer",
                    "give two or more: `question " + name.text() + " answers one, other`");
        }
        if (context.names.declare(name, Names.Kind.QUESTION, false)) {
            String text = written.text().map(Token::content).orElse(name.text());
            context.names.questions.put(
                    name.text(), new Question(name.text(), text, List.copyOf(answers), stated.origin()));
        }
    }

    private void layer(Statement.Layer written, Stated stated) {
        int number = layerNumber(written);
        if (number < 1) {
            context.report(
                    Code.NUMBER_OUT_OF_RANGE,
                    written.number(),
                    "`" + written.number().text() + "` is no number of a layer",
                    "write a whole number from 1 to 999");
            return;
        }
        Layer known =
                layers.putIfAbsent(number, new Layer(number, written.title().content(), stated.origin()));
        if (known != null && !known.title().equals(written.title().content())) {
            context.report(
                    Code.DECLARED_TWICE,
                    written.title(),
                    "layer " + number + " is already called `" + known.title() + "`",
                    "give it the same title, or another number");
        }
    }

    /** Zero if it is none. */
    static int layerNumber(Statement.Layer written) {
        String digits = written.number().text();
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
    }

    private void event(Statement.Event written) {
        List<Attribute> attributes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Statement.Attribute attribute : written.attributes()) {
            Optional<ValueType> type = type(attribute.type());
            if (!seen.add(attribute.name().text())) {
                reportListedTwice(attribute.name());
            } else {
                attributes.add(new Attribute(attribute.name().text(), type.orElse(ValueType.TEXT)));
            }
        }
        Token name = written.name();
        Optional<String> measure = what(name.text(), written.is());
        if (context.names.declare(name, Names.Kind.EVENT, false)) {
            Origin origin = Stated.originOf(name, name.text().length());
            context.names.events.put(
                    name.text(), new EventType(name.text(), attributes, measure, written.irreversible(), origin));
            written.once().ifPresent(once -> onlyFirst(name.text(), attributes, measure, once, origin));
        }
    }

    /** Only the first counts: wherever the event is named, the first is meant. */
    private void onlyFirst(
            String name, List<Attribute> attributes, Optional<String> measure, Token once, Origin origin) {
        Optional<Attribute> other =
                attributes.stream().filter(a -> a.type() != ValueType.PARTY).findFirst();
        if (other.isPresent()) {
            context.report(
                    Code.ONCE_WITH_VALUES,
                    once,
                    "`" + name + "` has `" + other.get().name() + "`, so that two of them can differ",
                    "leave out `once`, or name the act with parties only, each of which then does it once");
            return;
        }
        context.names.once.add(name);
        EventType first = new EventType(Definition.FIRST + name, attributes, measure, false, origin);
        context.names.definitions.put(first.name(), first);
        List<String> variables = new ArrayList<>();
        List<Pattern.Argument> arguments = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            variables.add("_" + i);
            arguments.add(new Pattern.Argument(attributes.get(i).name(), new Term.Variable("_" + i)));
        }
        firsts.add(new Definition(
                first, variables, Reading.NONE, new Definition.AllOf(List.of(new Pattern(name, arguments, origin)))));
    }

    private Optional<ValueType> type(Token written) {
        Optional<ValueType> type = PatternCheck.type(written.text());
        if (type.isEmpty()) {
            List<String> known = List.of("party", "number", "text", "date", "place", "zone", "breach");
            Optional<ValueType> meant = MEANT.entrySet().stream()
                    .filter(e -> e.getValue().contains(written.text().toLowerCase(Locale.ROOT)))
                    .map(Map.Entry::getKey)
                    .findFirst();
            String types = "types are " + PatternCheck.typeNames();
            context.report(
                    Code.WRONG_TYPE,
                    written,
                    "there is no type `" + written.text() + "`",
                    meant.map(t -> "write `" + t.name().toLowerCase(Locale.ROOT) + "`; " + types)
                            .orElseGet(() -> Suggestion.help(written.text(), known, types)));
            return meant;
        }
        return type;
    }

    /** The measure that an act is said to be; what else it is said to be is kept for the examiner. A measure of the text's own goes before the kind of that name. */
    Optional<String> what(String act, List<Token> is) {
        Optional<String> measure = Optional.empty();
        List<Token> kinds = new ArrayList<>();
        for (Token name : is) {
            if (!context.names.measures.contains(name.text())) {
                kinds.add(name);
            } else if (measure.isEmpty()) {
                measure = Optional.of(name.text());
            } else {
                reportListedTwice(name);
            }
        }
        kinds(act, kinds, Kind.Of.EVENT, kindsOfNames);
        return measure;
    }

    private void kinds(String of, List<Token> written, Kind.Of what, Map<String, Set<Kind>> into) {
        for (Token word : written) {
            Optional<Kind> kind = Kind.of(word.text(), what);
            if (kind.isPresent()) {
                into.computeIfAbsent(of, k -> new TreeSet<>()).add(kind.get());
            } else if (what == Kind.Of.EVENT) {
                unknownMeasure(word);
            } else {
                context.report(
                        Code.UNKNOWN_KIND,
                        word,
                        "`" + word.text() + "` is nothing that this can be said to be",
                        Suggestion.help(word.text(), Kind.words(what), "say " + oneOf(Kind.words(what))));
            }
        }
    }

    private static String oneOf(List<String> words) {
        return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(" or "));
    }

    private void unknownMeasure(Token name) {
        List<String> known = new ArrayList<>(context.names.measures);
        known.addAll(Kind.words(Kind.Of.EVENT));
        context.unknown(
                Code.UNKNOWN_MEASURE,
                name,
                "there is no measure",
                known,
                "name the measures: `measures from weakest: " + name.text() + ", ...`");
    }

    /** Those whose force an actor is. Asked once all actors are known. */
    private void madeUpOf(Statement.Actors written) {
        for (Statement.Named named : written.actors()) {
            if (!named.madeUpOf().isEmpty()) {
                Set<String> members = members(named.madeUpOf(), true);
                members.remove(named.named().name().text());
                forces.put(named.named().name().text(), List.copyOf(members));
            }
        }
    }

    /** What was said of names for the examiner. */
    Kinds kinds() {
        return new Kinds(kindsOfNames, kindsOfMeasures, forces);
    }

    private void zoneName(Token name, Stated stated) {
        if (context.names.declare(name, Names.Kind.ZONE, !stated.answers().isEmpty())) {
            context.names.zones.add(name.text());
        }
    }

    private void zoneFromFile(Statement.ZoneFromFile written, Stated stated, Reading reading) {
        String file = written.file().content();
        Optional<Attachment> attachment = attachments.apply(file);
        if (attachment.isEmpty()) {
            context.report(
                    Code.FILE_MISSING,
                    written.file(),
                    "the file `" + file + "` is not beside the document, or cannot be read",
                    "put it into the same folder; it holds the zone as GeoJSON, or in another form of a map");
            return;
        }
        String feature = written.feature().map(Token::content).orElse("");
        Attachment found = attachment.get();
        Optional<Zone.Stood> stood = Optional.empty();
        if (written.stood().isPresent()) {
            stood = stood(written.stood().get());
            if (stood.isEmpty()) {
                return;
            }
        }
        zones.add(new Zone.FromFile(
                written.name().text(),
                reading,
                file,
                feature,
                found.content(),
                found.sha256(),
                stood,
                stated.origin()));
    }

    private Optional<Zone.Stood> stood(Statement.Stood written) {
        Token side = written.side();
        if (!context.names.actors.containsKey(side.text())) {
            context.unknown(
                    Code.UNKNOWN_ACTOR,
                    side,
                    "there is no actor",
                    context.names.actors.keySet(),
                    "say what it is: `party " + side.text() + "`");
            return Optional.empty();
        }
        return context.literals.date(written.date()).map(date -> new Zone.Stood(side.text(), date));
    }

    private void zoneAround(Statement.ZoneAround written, Stated stated, Reading reading) {
        distance(written.km()).ifPresent(km -> around(written.name(), km, written.of(), false, stated, reading));
    }

    private void zoneWide(Statement.ZoneWide written, Stated stated, Reading reading) {
        Token km = written.km();
        if (written.inTotal().isEmpty()) {
            context.report(
                    Code.WIDTH_OPEN,
                    km,
                    "a width of `" + km.text() + " km` can be meant in total or on each side",
                    "say `" + km.text() + " km wide along " + written.along().text()
                            + ", in total` or `, on each side`");
            return;
        }
        Optional<BigDecimal> width = distance(km);
        boolean ground = zones.stream()
                .anyMatch(z -> z.name().equals(written.along().text())
                        && z instanceof Zone.FromFile file
                        && file.stood().isPresent()
                        && file.edge().isEmpty());
        if (ground && !written.edge()) {
            context.report(
                    Code.ZONE_AT_FAULT,
                    written.along(),
                    "`" + written.along().text() + "` is ground where somebody stood, and nothing lies along ground:"
                            + " with " + km.text() + " km more it would be all of that ground too",
                    "say `along the edge of " + written.along().text() + "`, or `is within " + km.text() + " km of "
                            + written.along().text() + "` if the ground is meant too");
            return;
        }
        BigDecimal two = BigDecimal.valueOf(2);
        width.map(w -> written.inTotal().get()
                        ? w.divide(two, 7, RoundingMode.HALF_EVEN).stripTrailingZeros()
                        : w)
                .ifPresent(w -> along(written, w, stated, reading));
    }

    /** More than nothing, and less than half around the earth. */
    private Optional<BigDecimal> distance(Token km) {
        Optional<BigDecimal> number = context.literals.number(km);
        if (number.isPresent() && (number.get().signum() <= 0 || number.get().compareTo(FARTHEST_KM) > 0)) {
            context.report(
                    Code.ZONE_AT_FAULT,
                    km,
                    "a zone cannot reach " + km.text() + " km",
                    "write a distance of more than 0 km, and of " + FARTHEST_KM + " km at most");
            return Optional.empty();
        }
        return number;
    }

    private static final BigDecimal FARTHEST_KM = BigDecimal.valueOf(20_000);

    private void along(Statement.ZoneWide written, BigDecimal km, Stated stated, Reading reading) {
        if (!written.edge() || context.names.notPublic.contains(written.along().text())) {
            around(written.name(), km, written.along(), true, stated, reading);
            return;
        }
        String edge = "the edge of " + written.along().text();
        edgeOf(edge, written.along(), BigDecimal.ZERO, List.of(), stated, reading)
                .ifPresent(found -> {
                    if (zones.stream()
                            .noneMatch(z -> z.name().equals(edge) && z.reading().equals(reading))) {
                        zones.add(found);
                    }
                    zones.add(new Zone.Around(written.name().text(), reading, km, edge, true, stated.origin()));
                });
    }

    private void zoneEdge(Statement.ZoneEdge written, Stated stated, Reading reading) {
        if (context.names.notPublic.contains(written.of().text())) {
            notPublic(written.name(), stated);
            return;
        }
        Optional<BigDecimal> km = written.km().map(context.literals::number).orElse(Optional.of(BigDecimal.ZERO));
        km.flatMap(k -> edgeOf(written.name().text(), written.of(), k, written.without(), stated, reading))
                .ifPresent(zones::add);
    }

    /** The line around the ground of a zone that stands above. */
    private Optional<Zone.FromFile> edgeOf(
            String name, Token of, BigDecimal km, List<Token> without, Stated stated, Reading reading) {
        List<Zone.FromFile> left = new ArrayList<>();
        for (Token other : without) {
            Optional<Zone.FromFile> found = fromFile(other);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            left.add(found.get());
        }
        return fromFile(of)
                .map(ground -> new Zone.FromFile(
                        name,
                        reading,
                        ground.file(),
                        ground.feature(),
                        ground.content(),
                        ground.sha256(),
                        ground.stood(),
                        Optional.of(new Zone.Edge(km, left)),
                        stated.origin()));
    }

    private Optional<Zone.FromFile> fromFile(Token name) {
        List<Zone> drawn =
                zones.stream().filter(z -> z.name().equals(name.text())).toList();
        if (drawn.size() == 1 && drawn.getFirst() instanceof Zone.FromFile file) {
            return Optional.of(file);
        }
        if (context.names.zones.contains(name.text())) {
            context.report(
                    Code.ZONE_AT_FAULT,
                    name,
                    drawn.isEmpty()
                            ? "`" + name.text() + "` is named below, or is not from a file"
                            : "`" + name.text() + "` is not one ground from one file",
                    "an edge is that of a zone from a file that stands above it");
        } else {
            context.unknown(
                    Code.UNKNOWN_ZONE,
                    name,
                    "there is no zone",
                    context.names.zones,
                    "say what it is: `zone " + name.text() + " from \"file.geojson\"`");
        }
        return Optional.empty();
    }

    /** Nobody can tell what lies in it: whoever asks is told that the term is open. */
    private void notPublic(Token name, Stated stated) {
        context.names.notPublic.add(name.text());
        context.names.undefined.putIfAbsent(
                name.text(),
                new UndefinedTerm(name.text(), name.text() + ", on a map that is not public", stated.origin()));
    }

    private void around(Token name, BigDecimal km, Token of, boolean along, Stated stated, Reading reading) {
        if (context.names.notPublic.contains(of.text())) {
            notPublic(name, stated);
            return;
        }
        if (context.names.zones.contains(of.text())) {
            zones.add(new Zone.Around(name.text(), reading, km, of.text(), along, stated.origin()));
            return;
        }
        context.unknown(
                Code.UNKNOWN_ZONE,
                of,
                "there is no zone",
                context.names.zones,
                "say what it is: `zone " + of.text() + " from \"file.geojson\"`");
    }
}
