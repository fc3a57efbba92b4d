package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.document.FormalBlock;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Scenario;
import holdfast.language.model.Scenario.Entry;
import holdfast.language.model.Scenario.Expectation;
import holdfast.language.model.Scenario.Moment;
import holdfast.language.model.Scenario.When;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.ScenarioLine;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.token.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One scenario: a history of records and what is expected of it. */
final class ScenarioCheck {
    private static final Set<String> STATUSES = Set.of(
            "not yet due",
            "pending",
            "fulfilled",
            "breached",
            "cured",
            "blocked",
            "lapsed",
            "excused",
            "disputed",
            "undetermined",
            "refuted");
    private static final Set<String> RESULTS = Set.of("confirmed", "disputed", "refuted");
    private static final String NONE = "none";

    private final Context context;
    private final PatternCheck patterns;
    private final Set<String> labels = new HashSet<>();
    private final Map<String, Instant> recorded = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private Optional<ScenarioLine.Moment> open = Optional.empty();
    private int unnamed;

    private ScenarioCheck(Context context, PatternCheck patterns) {
        this.context = context;
        this.patterns = patterns;
    }

    static Scenario check(FormalBlock block, List<ScenarioLine> lines, Context context, PatternCheck patterns) {
        ScenarioCheck check = new ScenarioCheck(context, patterns);
        check.collectLabels(lines);
        lines.forEach(check::line);
        check.closeMoment();
        Origin origin = new Origin(
                block.article(), block.fenceLine(), 1, Math.max(1, block.fence().length()));
        return new Scenario(name(block.info()), check.entries, check.moments, origin);
    }

    private static String name(String info) {
        boolean quoted = info.length() >= 2 && info.startsWith("\"") && info.endsWith("\"");
        return quoted ? info.substring(1, info.length() - 1) : info;
    }

    private void collectLabels(List<ScenarioLine> lines) {
        for (ScenarioLine line : lines) {
            if (line instanceof ScenarioLine.Observed o
                    && !o.correction()
                    && o.label().isPresent()) {
                Token label = o.label().get();
                if (!labels.add(label.text())) {
                    String help =
                            "give each record a label of its own; say `" + label.text() + " becomes` to correct it";
                    context.report(Code.RECORD_TWICE, label, "there are two records `" + label.text() + "`", help);
                }
            }
        }
    }

    private void line(ScenarioLine line) {
        switch (line) {
            case ScenarioLine.Observed l -> observed(l);
            case ScenarioLine.Attributed l -> attributed(l);
            case ScenarioLine.Found l -> found(l);
            case ScenarioLine.Withdrawn l -> withdrawn(l);
            case ScenarioLine.Moment l -> {
                closeMoment();
                open = Optional.of(l);
            }
            case ScenarioLine.Expected l -> expected(l);
        }
    }

    private void closeMoment() {
        Optional<ScenarioLine.Moment> moment = open;
        open = Optional.empty();
        moment.ifPresent(m -> {
            Optional<When> now = when(m.now());
            Optional<When> asOf = m.asOf().isEmpty() ? now : when(m.asOf().get());
            if (now.isPresent() && asOf.isPresent()) {
                Origin origin = origin(m.first());
                moments.add(new Moment(
                        end(m.now(), now.get()), end(m.asOf().orElse(m.now()), asOf.get()), expectations, origin));
            }
        });
        expectations.clear();
    }

    /** A moment that is a day is its last millisecond; a moment to the minute is that very instant. */
    private static Instant end(ScenarioLine.Time written, When when) {
        return isDay(written) ? when.to() : when.from();
    }

    private static boolean isDay(ScenarioLine.Time written) {
        return written.token().is(Token.Kind.DATE) && written.clock().isEmpty();
    }

    // Times.

    /** The interval that the time may mean at the precision written: a day, a minute, a second, a millisecond. */
    private Optional<When> when(ScenarioLine.Time written) {
        if (isDay(written)) {
            ZoneId zone = context.literals.zone(written.token());
            return context.literals.date(written.token()).map(d -> new When(start(d, zone), last(d, zone)));
        }
        String clock = written.last().text();
        return context.literals
                .instant(written.token(), written.clock())
                .map(i -> new When(i, i.plusMillis(slack(clock))));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant last(LocalDate day, ZoneId zone) {
        return start(day.plusDays(1), zone).minusMillis(1);
    }

    private static long slack(String clock) {
        String time = clock.substring(clock.indexOf('T') + 1);
        long colons = time.split("[Z+-]", 2)[0].chars().filter(c -> c == ':').count();
        return colons == 1 ? 59_999 : time.indexOf('.') < 0 ? 999 : 0;
    }

    // Records.

    private String label() {
        String label;
        do {
            unnamed++;
            label = "r" + unnamed;
        } while (labels.contains(label));
        return label;
    }

    private Instant known(Optional<ScenarioLine.Time> written, Instant otherwise) {
        return written.flatMap(t -> when(t).map(w -> end(t, w))).orElse(otherwise);
    }

    private void add(Entry entry) {
        entries.add(entry);
        recorded.put(entry.id(), entry.recorded());
    }

    private void observed(ScenarioLine.Observed line) {
        Optional<When> from = when(line.from());
        Optional<When> to = line.to().isEmpty() ? from : when(line.to().get());
        Optional<Pattern> event = event(line.event());
        if (line.correction() && !isRecord(line.label().orElseThrow())) {
            return;
        }
        if (from.isEmpty() || to.isEmpty() || event.isEmpty()) {
            return;
        }
        Instant first = from.get().from();
        Instant last = end(line.to().orElse(line.from()), to.get());
        if (last.isBefore(first)) {
            String help = "write the earlier time first";
            context.report(Code.TIME_RUNS_BACK, line.from().token(), "the occurrence ends before it begins", help);
            return;
        }
        Instant knownAt = known(line.known(), last);
        if (knownAt.isBefore(first)) {
            context.report(
                    Code.TIME_RUNS_BACK,
                    line.known().orElseThrow().token(),
                    "it is known before it happens",
                    "`known` says when the record was made, at the earliest when the occurrence began");
        }
        String id = line.correction() || line.label().isEmpty()
                ? label()
                : line.label().get().text();
        Optional<String> corrects = line.correction() ? line.label().map(Token::text) : Optional.empty();
        Optional<Basis> basis = line.basis().map(t -> Basis.valueOf(t.text().toUpperCase(Locale.ROOT)));
        Optional<String> incident = line.incident().map(t -> t.is(Token.Kind.TEXT) ? t.content() : t.text());
        add(new Scenario.Observed(
                id, first, last, knownAt, event.get(), corrects, basis, incident, origin(line.first())));
    }

    private Optional<Pattern> event(Phrase.Call call) {
        Token name = call.name();
        Optional<EventType> event = patterns.event(name);
        if (event.isPresent() && !context.names.events.containsKey(name.text())) {
            context.report(
                    Code.NOT_A_FACT,
                    name,
                    "`" + name.text() + "` is made of other acts, and cannot be observed itself",
                    "write the observations from which it follows");
            return Optional.empty();
        }
        if (event.isEmpty()) {
            return Optional.empty();
        }
        List<Pattern.Argument> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (Phrase.Argument argument : call.arguments()) {
            Optional<Pattern.Argument> value = value(event.get(), argument, seen);
            value.ifPresent(values::add);
            good &= value.isPresent();
        }
        return good ? Optional.of(new Pattern(name.text(), values, origin(name))) : Optional.empty();
    }

    private Optional<Pattern.Argument> value(EventType event, Phrase.Argument argument, Set<String> seen) {
        Optional<Attribute> attribute =
                patterns.attribute(event, argument, seen).filter(a -> patterns.isAmongValues(event, a, argument));
        return attribute.flatMap(
                a -> value(argument.term(), a.type()).map(v -> new Pattern.Argument(a.name(), new Term.Constant(v))));
    }

    private Optional<Value> value(Phrase.Term term, ValueType type) {
        Token token = term.token();
        if (type == ValueType.BREACH && labels.contains(token.text())) {
            return Optional.of(new Value.Reference(token.text()));
        }
        if (token.is(Token.Kind.VARIABLE)) {
            String help = "a scenario tells what happened: write a value";
            context.report(Code.NOT_A_FACT, token, "`" + token.text() + "` is a letter, not a value", help);
            return Optional.empty();
        }
        if (type == ValueType.PLACE) {
            return place(term);
        }
        Optional<Value> value = patterns.constant(term, type);
        boolean set = value.orElse(null) instanceof Value.Actor(String name)
                && !context.names.canAct(name)
                && !name.equals(Value.UNATTRIBUTED.name());
        if (set) {
            String help = "name who did it, or write `unattributed`";
            context.report(Code.NOT_A_FACT, token, "`" + token.text() + "` is many, and a fact names one", help);
            return Optional.empty();
        }
        return value;
    }

    private Optional<Value> place(Phrase.Term term) {
        Token first = term.token();
        if (first.is(Token.Kind.TEXT)) {
            return Optional.of(new Value.NamedPlace(first.content()));
        }
        boolean numbers = first.is(Token.Kind.NUMBER) && !term.more().isEmpty();
        double latitude = numbers ? degrees(first) : Double.NaN;
        double longitude = numbers ? degrees(term.more().getFirst()) : Double.NaN;
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            String name = term.more().size() > 1 ? term.more().get(1).content() : "";
            return Optional.of(new Value.Place(latitude, longitude, name));
        }
        context.report(
                Code.WRONG_TYPE,
                first,
                "`" + first.text() + "` is no place",
                "write latitude and longitude, as in `place 48.34 38.40 \"Debaltseve\"`, or a name in quotation marks");
        return Optional.empty();
    }

    private static double degrees(Token token) {
        return new BigDecimal(token.text().replace("_", "")).doubleValue();
    }

    private boolean isRecord(Token label) {
        boolean known = labels.contains(label.text()) || recorded.containsKey(label.text());
        if (!known) {
            context.report(
                    Code.UNKNOWN_RECORD,
                    label,
                    "there is no record `" + label.text() + "` in this scenario",
                    Suggestion.help(
                            label.text(), labels, "give a record that label: `" + label.text() + ": 2026-03-01 ...`"));
        }
        return known;
    }

    private boolean isActor(Token name) {
        boolean known = context.names.canAct(name.text()) || name.text().equals(Value.UNATTRIBUTED.name());
        if (!known) {
            patterns.unknownActor(name);
        }
        return known;
    }

    private void attributed(ScenarioLine.Attributed line) {
        if (!isRecord(line.first()) | !isActor(line.to())) {
            return;
        }
        String about = line.first().text();
        Instant known = known(line.known(), recorded.getOrDefault(about, Instant.EPOCH));
        add(new Scenario.Attributed(
                label(), known, about, line.to().text(), line.by().text(), origin(line.first())));
    }

    private void withdrawn(ScenarioLine.Withdrawn line) {
        if (isRecord(line.first())) {
            String about = line.first().text();
            Instant known = known(line.known(), recorded.getOrDefault(about, Instant.EPOCH));
            add(new Scenario.Withdrawn(label(), known, about, origin(line.first())));
        }
    }

    private void found(ScenarioLine.Found line) {
        Token subject = line.first();
        boolean ofClause = subject.isClauseId();
        boolean ofRecord = !ofClause && (labels.contains(subject.text()) || recorded.containsKey(subject.text()));
        Optional<String> term = ofClause || ofRecord ? Optional.empty() : Optional.of(subject.text());
        Optional<String> clause = line.clause().flatMap(context::clause);
        boolean good = line.clause().isPresent() == clause.isPresent()
                && (term.isEmpty() || isTerm(subject))
                && isResult(line.result(), term)
                && (line.bearer().isEmpty() || isActor(line.bearer().get()));
        Optional<ScenarioLine.Time> time = line.at().or(line::known);
        if (time.isEmpty()) {
            context.report(
                    Code.TIME_RUNS_BACK, subject, "nothing says when this was found", "say `at 2026-03-03 09:00`");
            return;
        }
        Optional<When> at = when(time.get());
        if (!good || at.isEmpty()) {
            return;
        }
        Instant found = end(time.get(), at.get());
        add(new Scenario.Found(
                label(),
                found,
                known(line.known(), found),
                line.by().text(),
                ofRecord ? Optional.of(subject.text()) : Optional.empty(),
                clause,
                line.bearer().map(Token::text),
                term,
                line.result().text(),
                origin(subject)));
    }

    private boolean isTerm(Token name) {
        boolean known =
                context.names.undefined.containsKey(name.text()) || context.names.questions.containsKey(name.text());
        return known || isRecord(name);
    }

    private boolean isResult(Token result, Optional<String> term) {
        Question question = term.map(context.names.questions::get).orElse(null);
        Set<String> allowed = question == null ? RESULTS : Set.copyOf(question.answers());
        if (allowed.contains(result.text())) {
            return true;
        }
        List<String> sorted = allowed.stream().sorted().toList();
        context.report(
                Code.UNKNOWN_STATUS,
                result,
                "`" + result.text() + "` cannot be found here",
                Suggestion.help(result.text(), sorted, ""));
        return false;
    }

    // Expectations.

    private void expected(ScenarioLine.Expected line) {
        if (open.isEmpty()) {
            String help = "put `at 2026-03-03 00:00` on a line before it";
            context.report(Code.TIME_RUNS_BACK, line.first(), "nothing says at which moment this is expected", help);
        }
        Optional<String> clause = context.clause(line.clause());
        Optional<Reading> reading = reading(line.answers());
        Optional<String> status = status(line.status());
        Optional<When> since = line.since().flatMap(this::when);
        Optional<When> due = line.due().flatMap(this::when);
        boolean good = clause.isPresent() && reading.isPresent() && status.isPresent() && isBearer(line.bearer());
        if (good && open.isPresent()) {
            Optional<String> bearer = line.bearer().isEmpty() ? Optional.empty() : Optional.of(bearer(line.bearer()));
            expectations.add(new Expectation(
                    clause.get(),
                    reading.get(),
                    bearer,
                    status.get(),
                    line.standing().map(Token::text),
                    since,
                    due,
                    origin(line.first())));
        }
    }

    private boolean isBearer(List<Token> bearer) {
        boolean special = bearer.isEmpty()
                || bearer.getFirst().text().equals("named")
                || bearer.getFirst().text().equals("each")
                || bearer.getFirst().text().equals("anyone");
        return special || isActor(bearer.getFirst());
    }

    private static String bearer(List<Token> bearer) {
        String first = bearer.getFirst().text();
        return first.equals("named")
                ? "nobody named"
                : bearer.size() == 2 ? "each " + bearer.get(1).text() : first;
    }

    private Optional<String> status(List<Token> words) {
        if (words.isEmpty()) {
            return Optional.of(NONE);
        }
        String status = String.join(" ", words.stream().map(Token::text).toList());
        if (STATUSES.contains(status)) {
            return Optional.of(status);
        }
        List<String> sorted = STATUSES.stream().sorted().toList();
        context.diagnostics.report(
                Code.UNKNOWN_STATUS,
                words.getFirst().through(words.getLast()),
                "there is no status `" + status + "`",
                Suggestion.help(status, sorted, "statuses are " + Suggestion.list(sorted)));
        return Optional.empty();
    }

    private Optional<Reading> reading(List<Stated.Answer> written) {
        Map<String, String> answers = new TreeMap<>();
        for (Stated.Answer answer : written) {
            Question question = context.names.questions.get(answer.question().text());
            if (question == null || !question.answers().contains(answer.answer().text())) {
                Token wrong = question == null ? answer.question() : answer.answer();
                context.unknown(
                        Code.UNKNOWN_QUESTION,
                        wrong,
                        question == null
                                ? "there is no question"
                                : "the question `" + question.name() + "` has no answer",
                        question == null ? context.names.questions.keySet() : question.answers(),
                        "say `under` a question and one of its answers");
                return Optional.empty();
            }
            answers.put(question.name(), answer.answer().text());
        }
        return Optional.of(new Reading(answers));
    }

    private static Origin origin(Token token) {
        return Stated.originOf(token, token.text().length());
    }
}
