package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Actor;
import holdfast.language.model.Body;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Step;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One statement: declarations and rules here, definitions and clauses by their own parsers. */
final class StatementParser {
    private static final Map<String, Body.Silence> SILENCE =
            Map.of("consent", Body.Silence.CONSENT, "refusal", Body.Silence.REFUSAL);

    /** What may stand behind the name of an actor. */
    private static final Set<String> ACTOR_WORDS = Set.of("is", "made", "and");

    private final Cursor cursor;
    private final ConditionParser conditions;
    private final DefinitionParser definitions;
    private final ClauseParser clauses;

    StatementParser(Cursor cursor) {
        this.cursor = cursor;
        this.conditions = new ConditionParser(cursor);
        this.definitions = new DefinitionParser(cursor, conditions);
        this.clauses = new ClauseParser(cursor, conditions);
    }

    /** @throws SyntaxFailure once what is wrong has been reported */
    Stated statement() {
        Token first = cursor.peek(0).orElseThrow();
        List<Stated.Answer> answers = new ArrayList<>();
        while (cursor.peekWord(0, "read")) {
            cursor.next();
            prefix(answers);
        }
        Statement statement = body();
        return new Stated(List.copyOf(answers), statement, first, cursor.previous());
    }

    private void prefix(List<Stated.Answer> answers) {
        cursor.form("read counting as included, 2.1 " + cursor.vocabulary().actor(0) + " must "
                + cursor.vocabulary().deed() + " by 2026-03-01");
        do {
            Token question = cursor.name("the name of a question");
            cursor.require("as");
            answers.add(new Stated.Answer(question, cursor.name("one of its answers")));
        } while (cursor.accept("and"));
        cursor.comma();
    }

    private Statement body() {
        cursor.expect("a statement");
        if (cursor.peekClauseId(1)) {
            cursor.skip(Wording.CLAUSE_NOUN);
        }
        if (cursor.peekClauseId(0)) {
            return clauseOrFavour();
        }
        Token first = cursor.peek(0).orElseThrow(cursor::unexpected);
        return switch (first.text()) {
            case "agreement" -> after(first, this::title);
            case "source" -> after(first, this::source);
            case "time" -> after(first, this::timeZone);
            case "days" -> after(first, this::daysCount);
            case "in" -> after(first, this::inForce);
            case "annex" -> after(first, this::annex);
            case "party" -> after(first, () -> actors(Actor.Role.PARTY));
            case "guarantor" -> after(first, () -> actors(Actor.Role.GUARANTOR));
            case "actor" -> after(first, () -> actors(Actor.Role.OTHER));
            case "group" -> after(first, this::group);
            case "body" -> after(first, this::bodyThatDecides);
            case "measures" -> after(first, this::measures);
            case "layer" -> after(first, this::layer);
            case "zone" -> after(first, this::zone);
            case "event" -> after(first, this::events);
            case "undefined" -> after(first, this::undefined);
            case "question" -> after(first, this::question);
            case "define" -> after(first, definitions::define);
            case "state" -> after(first, definitions::state);
            case "term" -> after(first, definitions::term);
            case "nobody" -> after(first, this::nobodyConfirms);
            case "a" -> after(first, this::quietGap);
            case "evidence" -> after(first, this::evidence);
            case "readiness" -> readiness(first);
            default -> rule(first);
        };
    }

    private Statement after(Token first, java.util.function.Supplier<Statement> rest) {
        cursor.require(first.text());
        return rest.get();
    }

    private Statement clauseOrFavour() {
        int ids = 1;
        while ((cursor.peekKind(ids, Kind.COMMA) || cursor.peekWord(ids, "and")) && cursor.peekClauseId(ids + 1)) {
            ids += 2;
        }
        if (!cursor.peekWord(ids, "in") || !cursor.peekWord(ids + 1, "favour")) {
            return clauses.clause(cursor.clauseId());
        }
        List<Token> of = cursor.clauseIds();
        cursor.require("in", "favour", "of");
        return new Statement.InFavour(of, names("who benefits"));
    }

    private List<Token> names(String what) {
        return cursor.names(what, Set.of());
    }

    private Statement title() {
        cursor.form("agreement \"Framework of security guarantees\" version \"draft 3\"");
        Token title = cursor.text("the title");
        Optional<Token> version = cursor.accept("version") ? Optional.of(cursor.text("the version")) : Optional.empty();
        Optional<Token> standing =
                cursor.accept("as") ? Optional.of(cursor.text("how the text stands")) : Optional.empty();
        return new Statement.Title(title, version, standing, cursor.accept("retold"));
    }

    private Statement source() {
        return new Statement.Source(cursor.text("where the text was read"));
    }

    private Statement timeZone() {
        cursor.form("time zone Europe/Kyiv");
        cursor.require("zone");
        return new Statement.TimeZone(cursor.name("a time zone such as `Europe/Kyiv`"));
    }

    private Statement daysCount() {
        cursor.form("days count excluding the first day");
        cursor.require("count");
        boolean including = cursor.accept("including");
        if (!including) {
            cursor.require("excluding");
        }
        cursor.require("the", "first", "day");
        return new Statement.DaysCount(including);
    }

    private Statement inForce() {
        cursor.form("in force while settlement");
        cursor.require("force", "while");
        return new Statement.InForce(conditions.condition());
    }

    private Statement annex() {
        cursor.form("annex protocol from \"protocol.md\"");
        Token name = cursor.name("the name of the annex");
        cursor.require("from");
        return new Statement.Annex(name, cursor.text("the name of its file"));
    }

    private Statement actors(Actor.Role role) {
        cursor.form("party " + cursor.vocabulary().actor(0) + ", "
                + cursor.vocabulary().actor(1) + " \"its full name\"");
        List<Statement.Named> actors = new ArrayList<>();
        do {
            Statement.Titled named = titled("a name");
            oneWord(named.name());
            List<Token> kinds = kinds();
            List<Token> madeUpOf = List.of();
            if (cursor.accept("made", "up", "of")) {
                cursor.form("actor " + named.name().text() + " made up of "
                        + cursor.vocabulary().actor(0) + ", "
                        + cursor.vocabulary().actor(1));
                madeUpOf = names("whose force it is");
            }
            actors.add(new Statement.Named(named, kinds, madeUpOf));
        } while (cursor.accept(Kind.COMMA, ",") || cursor.accept("and"));
        return new Statement.Actors(role, actors);
    }

    /** {@code guarantor United States}: one name of two words, or two without a comma. */
    private void oneWord(Token name) {
        Optional<Token> second = cursor.secondWord(ACTOR_WORDS);
        if (second.isPresent()) {
            String both = name.written() + " " + second.get().written();
            cursor.reject(
                    second.get(),
                    "`" + both + "` is no name: a name is one word",
                    "write `" + both.replace(' ', '_') + " \"" + both + "\"` for one, `" + both.replace(" ", ", ")
                            + "` for two");
        }
    }

    private Statement.Titled titled(String what) {
        Token name = cursor.name(what);
        return new Statement.Titled(name, cursor.optionalText("its title"));
    }

    private Statement group() {
        cursor.form("group Coalition = " + cursor.vocabulary().actor(0) + ", "
                + cursor.vocabulary().actor(1));
        Token name = cursor.name("the name of a group");
        cursor.require(Kind.EQUALS, "`=`");
        return new Statement.Group(name, names("a member"));
    }

    private Statement bodyThatDecides() {
        cursor.form("body " + cursor.vocabulary().body() + " of "
                + cursor.vocabulary().actor(0) + ", " + cursor.vocabulary().actor(1)
                + ", decides by majority, within 48 hours");
        Token name = cursor.newName("the name of a body", Set.of("of"));
        Statement.Titled body = new Statement.Titled(name, cursor.optionalText("its title"));
        cursor.require("of");
        List<Token> members = members();
        int comma = cursor.peekKind(0, Kind.COMMA) ? 1 : 0;
        if (cursor.peek(comma).isEmpty()) {
            return options(body, members, new Body.Rule.NotSaid(), Optional.empty());
        }
        if (cursor.peekWord(comma + 1, "decides") && cursor.peekWord(comma + 2, "alone")) {
            cursor.accept(Kind.COMMA, ",");
            Token alone = cursor.name("a member");
            cursor.require("decides", "alone");
            return new Statement.BodyThatDecides(
                    body,
                    members,
                    new Body.Rule.Consensus(),
                    Optional.empty(),
                    Optional.of(alone),
                    List.of(),
                    within(),
                    Optional.empty());
        }
        cursor.accept(Kind.COMMA, ",");
        if (cursor.accept("only", "advises") || cursor.accept("only", "advise")) {
            return options(body, members, new Body.Rule.Advises(), Optional.empty());
        }
        cursor.require("decides", "by");
        if (cursor.accept("consensus")) {
            return options(body, members, new Body.Rule.Consensus(), Optional.empty());
        }
        if (cursor.accept("majority")) {
            return options(body, members, new Body.Rule.Majority(), Optional.empty());
        }
        int n = (int) Math.min(Integer.MAX_VALUE, conditions.wholeNumber(cursor.number()));
        cursor.require("of");
        return options(body, members, new Body.Rule.AtLeast(n), Optional.of(cursor.number()));
    }

    private Statement options(Statement.Titled body, List<Token> members, Body.Rule rule, Optional<Token> quorum) {
        List<Token> vetoes = new ArrayList<>();
        Optional<Phrase.Counted> within = Optional.empty();
        Optional<Body.Silence> silence = Optional.empty();
        while (cursor.accept(Kind.COMMA, ",")) {
            if (within.isEmpty() && cursor.accept("within")) {
                within = Optional.of(conditions.counted());
            } else if (silence.isEmpty() && cursor.accept("silence", "means")) {
                silence = Optional.of(silence());
            } else {
                vetoes.addAll(cursor.names("a member with a veto", Set.of("within", "silence")));
                cursor.require("may", "veto");
            }
        }
        return new Statement.BodyThatDecides(body, members, rule, quorum, Optional.empty(), vetoes, within, silence);
    }

    /** A comma continues the list, unless what follows says how the body decides. */
    private List<Token> members() {
        Set<String> stops = new java.util.HashSet<>(Set.of("decides", "only"));
        for (int i = 0; cursor.peek(i).isPresent(); i++) {
            if (cursor.peekWord(i + 1, "decides") && cursor.peekWord(i + 2, "alone") && cursor.peekKind(i, Kind.WORD)) {
                return untilAlone(i);
            }
        }
        return cursor.names("a member", stops);
    }

    /** The members before {@code Commander decides alone}, who is one of them himself. */
    private List<Token> untilAlone(int end) {
        int start = cursor.position();
        List<Token> names = new ArrayList<>();
        while (cursor.position() < start + end) {
            names.add(cursor.name("a member"));
            if (cursor.position() < start + end - 1) {
                cursor.accept(Kind.COMMA, ",");
                cursor.accept("and");
            } else {
                break;
            }
        }
        return names;
    }

    private Optional<Phrase.Counted> within() {
        boolean limited = cursor.peekKind(0, Kind.COMMA) && cursor.peekWord(1, "within");
        if (!limited) {
            return Optional.empty();
        }
        cursor.comma();
        cursor.require("within");
        return Optional.of(conditions.counted());
    }

    private Body.Silence silence() {
        if (cursor.accept("no", "vote")) {
            return Body.Silence.NO_VOTE;
        }
        if (cursor.at("consent") || cursor.at("refusal")) {
            return SILENCE.getOrDefault(cursor.next().text(), Body.Silence.NO_VOTE);
        }
        throw cursor.unexpected();
    }

    private Statement measures() {
        cursor.form("measures from weakest: consultation, warning, assistance");
        cursor.require("from", "weakest");
        cursor.accept(Kind.COLON, ":");
        List<Statement.Measure> measures = new ArrayList<>();
        do {
            Token name = cursor.newNameAmongOthers("the name of a measure", Set.of("and"));
            List<Token> kinds = new ArrayList<>();
            if (cursor.accept(Kind.OPEN, "(")) {
                kinds.addAll(names("what it is, such as `talk`"));
                cursor.require(Kind.CLOSE, "`)`");
            }
            measures.add(new Statement.Measure(name, kinds));
        } while (cursor.acceptSeparator());
        return new Statement.Measures(measures);
    }

    /** {@code is watching and access}: what something is, for the examiner; none where nothing is said. */
    private List<Token> kinds() {
        List<Token> kinds = new ArrayList<>();
        if (cursor.accept("is")) {
            do {
                kinds.add(cursor.name("a measure, or what it is, such as `watching`"));
            } while (cursor.accept("and"));
        }
        return kinds;
    }

    private Statement layer() {
        cursor.form("layer 1 \"Ukrainian Armed Forces\"");
        Token number = cursor.number();
        return new Statement.Layer(number, cursor.text("the layer's title"));
    }

    private Statement zone() {
        cursor.form("zone line_of_contact from \"line-of-contact.geojson\"");
        Token name = cursor.name("the name of a zone");
        if (cursor.peekWord(0, "from") && cursor.peek(1, Wording.THE)) {
            cursor.require("from");
            cursor.skip(Wording.THE);
            cursor.require("map", "that");
            if (!cursor.accept("is", "not", "public") && !cursor.accept("was", "not", "published")) {
                throw cursor.unexpected();
            }
            return new Statement.ZoneNotPublic(name);
        }
        if (cursor.accept("from")) {
            Token file = cursor.text("the name of a GeoJSON file");
            Optional<Token> feature =
                    cursor.accept("feature") ? Optional.of(cursor.text("the feature's name")) : Optional.empty();
            return new Statement.ZoneFromFile(name, file, feature, Optional.empty());
        }
        cursor.require("is");
        if (cursor.accept("where")) {
            cursor.form("zone line_of_contact is where " + cursor.vocabulary().actor(0)
                    + " stood on 2024-08-01 per \"map-2024-08-01.geojson\"");
            Token side = cursor.name("the name of an actor");
            cursor.require("stood", "on");
            Token date = cursor.next();
            cursor.require("per");
            Token map = cursor.text("the name of a GeoJSON file");
            return new Statement.ZoneFromFile(
                    name, map, Optional.empty(), Optional.of(new Statement.Stood(side, date)));
        }
        if (cursor.accept("within")) {
            Token km = cursor.number();
            cursor.require("km", "of");
            return new Statement.ZoneAround(name, km, cursor.name("the name of a zone"));
        }
        if (cursor.accept("the", "edge", "of")) {
            return edge(name);
        }
        return wideZone(name);
    }

    private Statement edge(Token name) {
        cursor.form("zone " + name.text() + " is the edge of line_of_contact, without what lies within 5 km of coast");
        Token of = cursor.name("the name of a zone");
        boolean comma = cursor.accept(Kind.COMMA, ",");
        if (!cursor.accept("without", "what", "lies", "within")) {
            if (comma) {
                throw cursor.unexpected();
            }
            return new Statement.ZoneEdge(name, of, Optional.empty(), List.of());
        }
        Token km = cursor.number();
        cursor.require("km", "of");
        List<Token> without = new ArrayList<>();
        do {
            without.add(cursor.name("the name of a zone"));
        } while (cursor.accept("or"));
        return new Statement.ZoneEdge(name, of, Optional.of(km), without);
    }

    private Statement wideZone(Token name) {
        cursor.form("zone " + name.text() + " is 50 km wide along line_of_contact, in total");
        Token km = cursor.number();
        cursor.require("km", "wide", "along");
        boolean edge = cursor.accept("the", "edge", "of");
        Token along = cursor.name("the name of a zone");
        boolean comma = cursor.accept(Kind.COMMA, ",");
        if (cursor.accept("in", "total")) {
            return new Statement.ZoneWide(name, km, along, edge, Optional.of(true));
        }
        if (cursor.accept("on", "each", "side")) {
            return new Statement.ZoneWide(name, km, along, edge, Optional.of(false));
        }
        if (comma) {
            throw cursor.unexpected();
        }
        return new Statement.ZoneWide(name, km, along, edge, Optional.empty());
    }

    private Statement events() {
        cursor.form("event " + cursor.vocabulary().deed() + "(by: party, on: party, number: number), "
                + cursor.vocabulary().event());
        List<Statement.Event> events = new ArrayList<>();
        do {
            events.add(event());
        } while (cursor.accept(Kind.COMMA, ","));
        return new Statement.Events(events);
    }

    private Statement.Event event() {
        Token name = cursor.newNameAmongOthers("the name of an event", Set.of("is", "once", "cannot"));
        List<Statement.Attribute> attributes = new ArrayList<>();
        if (cursor.accept(Kind.OPEN, "(")) {
            do {
                Token attribute = cursor.name("the name of a detail");
                if (cursor.peekKind(0, Kind.WORD)) {
                    Token type = cursor.next();
                    cursor.reject(
                            attribute.spanning(Kind.WORD, attribute.text(), type),
                            "a colon stands between a detail and its type",
                            "write `" + attribute.text() + ": " + type.text() + "`");
                }
                cursor.require(Kind.COLON, "`:`");
                attributes.add(new Statement.Attribute(attribute, cursor.name("a type")));
            } while (cursor.accept(Kind.COMMA, ","));
            cursor.require(Kind.CLOSE, "`)`");
        }
        List<Token> is = kinds();
        boolean irreversible =
                cursor.peekKind(0, Kind.COMMA) && cursor.peekWord(1, "cannot") && cursor.accept(Kind.COMMA, ",");
        if (irreversible) {
            cursor.require("cannot", "be", "undone");
        }
        boolean once = cursor.peekKind(0, Kind.COMMA)
                && cursor.peekWord(1, "once")
                && !cursor.peekKind(2, Kind.OPEN)
                && cursor.accept(Kind.COMMA, ",");
        return new Statement.Event(
                name, attributes, is, irreversible, once ? Optional.of(cursor.next()) : Optional.empty());
    }

    private Statement undefined() {
        cursor.form("undefined special_status \"special status\"");
        Token name = cursor.newName("the name of a term", Set.of("is"));
        Optional<Token> text = cursor.optionalText("the term's words");
        return new Statement.Undefined(name, text, kinds());
    }

    private Statement question() {
        cursor.form("question counting \"from which day?\" answers signature, entry_into_force");
        Token name = cursor.newName("the name of a question", Set.of("answers"));
        Optional<Token> text = cursor.optionalText("the question");
        cursor.require("answers");
        return new Statement.Question(name, text, names("an answer"));
    }

    private Statement nobodyConfirms() {
        cursor.require("confirms", "breaches", "of");
        return new Statement.Confirms(Optional.empty(), cursor.clauseIds(), Optional.empty(), Optional.empty());
    }

    private Statement quietGap() {
        cursor.form("a breach of 2 ends after 24 hours without a further act");
        cursor.require("breach", "of");
        List<Token> of = cursor.clauseIds();
        cursor.require("ends", "after");
        Span gap = conditions.span();
        cursor.require("without", "a", "further", "act");
        return new Statement.QuietGap(of, gap);
    }

    private Statement evidence() {
        cursor.form("evidence for 2 is seen, heard, instrument");
        cursor.require("for");
        List<Token> of = cursor.clauseIds();
        cursor.require("is");
        return new Statement.Evidence(of, names("how it was observed"));
    }

    /** {@code readiness} may also be the name of somebody. */
    private Statement readiness(Token first) {
        return cursor.peekKind(1, Kind.COLON) || cursor.peekWord(2, "is") ? after(first, this::steps) : rule(first);
    }

    private Statement steps() {
        cursor.form("readiness: " + cursor.vocabulary().event() + " is pledged, "
                + cursor.vocabulary().deed() + " is received with goods as item");
        cursor.require(Kind.COLON, "`:`");
        List<Statement.Step> steps = new ArrayList<>();
        do {
            steps.add(step());
        } while (cursor.acceptSeparator());
        return new Statement.Readiness(steps);
    }

    private Statement.Step step() {
        Token event = cursor.name("the name of an event");
        cursor.require("is");
        Token stage = stage();
        List<Statement.StepRole> roles = new ArrayList<>();
        if (cursor.peekKind(0, Kind.COMMA) && cursor.peekWord(1, "with")) {
            cursor.comma();
        }
        if (cursor.accept("with")) {
            do {
                Token attribute = cursor.name("the name of a detail");
                cursor.require("as");
                roles.add(new Statement.StepRole(attribute, role()));
            } while (cursor.peekWord(2, "as") && cursor.accept("and"));
        }
        return new Statement.Step(event, stage, roles);
    }

    private Token stage() {
        for (Step.Stage stage : Step.Stage.values()) {
            String[] words = stage.words().split(" ");
            Optional<Token> first = cursor.peek(0);
            boolean here = words.length == 1
                    ? cursor.accept(words[0])
                    : cursor.accept(words[0], Arrays.copyOfRange(words, 1, words.length));
            if (here) {
                return first.orElseThrow().spanning(Kind.WORD, stage.words(), cursor.previous());
            }
        }
        throw cursor.unexpected();
    }

    private Token role() {
        for (Step.Role role : Step.Role.values()) {
            if (cursor.at(role.word())) {
                return cursor.next();
            }
        }
        List<String> words = Stream.of(Step.Role.values()).map(Step.Role::word).toList();
        cursor.peek(0)
                .filter(found -> found.is(Kind.WORD))
                .ifPresent(found -> cursor.reject(
                        found,
                        "`" + found.text() + "` is nothing that an attribute says of a step",
                        Suggestion.help(found.text(), words, "it can say the " + Suggestion.list(words))));
        throw cursor.unexpected();
    }

    private Statement rule(Token first) {
        boolean named = first.is(Kind.WORD) || first.is(Kind.VARIABLE);
        String verb = cursor.peek(1).map(Token::text).orElse("");
        if (first.is(Kind.TEXT) && verb.equals("corrects")) {
            return corrects(cursor.next());
        }
        if (named && cursor.isCalled()) {
            return called();
        }
        if (!named || !StatementStarts.RULE_VERBS.contains(verb)) {
            return forTheExaminer(first);
        }
        Token subject = cursor.name("a name");
        return switch (cursor.next().text()) {
            case "confirms" -> confirms(subject);
            case "attributes" -> new Statement.Attributes(subject);
            case "corrects" -> correctsRecords(subject);
            case "rules" -> rulesOn(subject);
            default -> answersFor(subject);
        };
    }

    private Statement called() {
        Token name = cursor.name("a name");
        cursor.form(name.text() + " is called \"its name for those who read\", in uk \"its name in Ukrainian\"");
        Optional<Token> question = Optional.empty();
        if (cursor.accept("as")) {
            question = Optional.of(name);
            name = cursor.name("one of its answers");
        }
        cursor.require("is", "called");
        List<Statement.InLanguage> titles = new ArrayList<>();
        do {
            Optional<Token> language =
                    cursor.accept("in") ? Optional.of(cursor.name("a language such as `uk`")) : Optional.empty();
            List<Token> forms = new ArrayList<>();
            do {
                forms.add(cursor.text("how it is called"));
            } while (cursor.peekKind(0, Kind.COMMA) && cursor.peekKind(1, Kind.TEXT) && cursor.accept(Kind.COMMA, ","));
            titles.add(new Statement.InLanguage(language, List.copyOf(forms)));
        } while (cursor.accept(Kind.COMMA, ","));
        return new Statement.Called(question, name, List.copyOf(titles));
    }

    private Statement confirms(Token body) {
        cursor.form(body.text() + " confirms breaches of 2, and silence for 48 hours leaves them alleged");
        cursor.require("breaches", "of");
        int article = cursor.peek(0, Wording.THE) || cursor.peekWord(0, "this") ? 1 : 0;
        if (!cursor.peekClauseId(article) && !cursor.peek(article, Wording.CLAUSE_NOUN) && !cursor.atEnd()) {
            List<String> articles = cursor.vocabulary().articles();
            cursor.reject(
                    cursor.peek(0).orElseThrow(),
                    "the articles are listed whose breaches are meant",
                    "list them: `" + body.text() + " confirms breaches of "
                            + (articles.isEmpty() ? "1, 2" : String.join(", ", articles)) + "`");
        }
        List<Token> of = cursor.clauseIds();
        if (!cursor.accept(Kind.COMMA, ",") && !cursor.at("and")) {
            return new Statement.Confirms(Optional.of(body), of, Optional.empty(), Optional.empty());
        }
        cursor.require("and", "silence", "for");
        Span silence = conditions.span();
        return new Statement.Confirms(Optional.of(body), of, Optional.of(silence), Optional.of(meaning()));
    }

    private Rule.Silence.Meaning meaning() {
        if (cursor.accept("leaves", "them", "alleged")) {
            return Rule.Silence.Meaning.ALLEGED;
        }
        if (cursor.accept("confirms", "them")) {
            return Rule.Silence.Meaning.CONFIRMED;
        }
        cursor.require("dismisses", "them");
        return Rule.Silence.Meaning.REFUTED;
    }

    private Statement corrects(Token source) {
        cursor.require("corrects");
        return correctsRecords(source);
    }

    private Statement correctsRecords(Token by) {
        cursor.form(by.text() + " corrects records of Ministry, \"Daily Post\"");
        cursor.require("records", "of");
        if (cursor.accept("everybody")) {
            return new Statement.Corrects(by, List.of());
        }
        List<Token> of = new ArrayList<>();
        do {
            of.add(cursor.peekKind(0, Kind.TEXT) ? cursor.next() : cursor.name("whose records they are"));
        } while (cursor.accept(Kind.COMMA, ",") || cursor.accept("and"));
        return new Statement.Corrects(by, List.copyOf(of));
    }

    private Statement rulesOn(Token body) {
        cursor.form(body.text() + " rules on special_status");
        cursor.require("on");
        return new Statement.RulesOn(body, cursor.name("a term that the text leaves open or a question"));
    }

    private Statement answersFor(Token principal) {
        cursor.form(principal.text() + " answers for LocalForces");
        cursor.require("for");
        return new Statement.AnswersFor(principal, names("an actor"));
    }

    /** Asked last, since an actor may have such a name: {@code forces answers for LocalForces}. */
    private Statement forTheExaminer(Token first) {
        return switch (first.text()) {
            case "accept" -> after(first, this::accepts);
            case "forces" -> after(first, this::forcesInArea);
            default -> throw unknown(first);
        };
    }

    private Statement accepts() {
        cursor.form("accept F16 for 6.1 because \"the parties want it open\"");
        List<Token> codes = new ArrayList<>();
        do {
            codes.add(code());
        } while (cursor.accept(Kind.COMMA, ",") || cursor.accept("and"));
        List<Token> of = cursor.accept("for") ? cursor.clauseIds() : List.of();
        cursor.require("because");
        return new Statement.Accepts(codes, of, cursor.text("the reason"));
    }

    /** Any word that could be meant for a finding: which ones there are is checked later. */
    private Token code() {
        cursor.expect("a finding such as `F16`");
        boolean written = cursor.peekKind(0, Kind.VARIABLE)
                || cursor.peekKind(0, Kind.NUMBER)
                || cursor.peekKind(0, Kind.WORD) && !cursor.peekWord(0, "for") && !cursor.peekWord(0, "because");
        if (!written) {
            throw cursor.unexpected();
        }
        return cursor.next();
    }

    private Statement forcesInArea() {
        cursor.form("forces of " + cursor.vocabulary().actor(0) + " and "
                + cursor.vocabulary().actor(1) + " are in the area");
        cursor.require("of");
        List<Token> names = cursor.names("whose forces they are", Set.of("are"));
        cursor.require("are", "in", "the", "area");
        return new Statement.ForcesInArea(names);
    }

    /** {@code parties} is meant as {@code party}, {@code Zones} as {@code zone}. */
    private static Optional<String> singular(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return StatementStarts.KEYWORDS.stream()
                .filter(k -> lower.equals(k) || lower.equals(k + "s") || lower.equals(k.replaceFirst("y$", "ies")))
                .findFirst();
    }

    private SyntaxFailure unknown(Token first) {
        if (first.is(Kind.OPEN) && cursor.peekKind(2, Kind.CLOSE)) {
            String letter = cursor.peek(1).map(Token::text).orElse("a");
            cursor.report(
                    first,
                    "`(" + letter + ")` is no number of a clause",
                    "give it one, with the whole sentence behind it: `"
                            + (letter.matches("[0-9.]+") ? letter : "2.1" + letter) + " "
                            + cursor.vocabulary().actor(0) + " must ...`");
            return new SyntaxFailure();
        }
        boolean clause = cursor.vocabulary().isActor(first.text())
                || cursor.peek(0, Wording.EACH)
                || cursor.peek(0, Wording.ALL)
                || cursor.peek(0, Wording.ON)
                || cursor.peek(0, Wording.IF)
                || cursor.peek(0, Wording.WHILE);
        if (clause) {
            cursor.diagnostics()
                    .report(
                            Code.UNKNOWN_STATEMENT,
                            first.place(),
                            "a clause begins with its number, and this line with `" + first.written() + "`",
                            "write the number of the article and of the clause before it: `2.1 " + first.written()
                                    + " ...`");
            return new SyntaxFailure();
        }
        String help = Suggestion.nearest(first.text(), StatementStarts.KEYWORDS)
                .or(() -> singular(first.text()))
                .map(k -> "did you mean `" + k + "`?")
                .orElse("a statement begins with a word such as `event`, `define`, `state`, or with a clause's number");
        cursor.diagnostics()
                .report(Code.UNKNOWN_STATEMENT, first.place(), "no statement begins with `" + first.text() + "`", help);
        return new SyntaxFailure();
    }
}
