package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.given.Attachment;
import holdfast.language.given.Findings;
import holdfast.language.given.Part;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Scenario;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Guarantors;
import holdfast.language.reading.QuietGaps;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Readable;
import holdfast.language.syntax.Mentions;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an agreement of the statements of its documents. First the names are declared; then definitions and clauses are checked, each after
 * those that it uses, so that their types are known; then come the rules about clauses, the readings and the scenarios.
 */
public final class Checker {
    private final Context context;
    private final List<Part> parts;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;
    private final DefinitionCheck definitionCheck;
    private final TermCheck termCheck;
    private final ClauseCheck clauseCheck;
    private final RuleCheck ruleCheck;
    private final ReadingCheck readings;
    private final TitleCheck titles;
    private final Declarations declarations;
    private final Dependencies dependencies = new Dependencies();

    /** The statements of each node of the dependencies: all variants of a name or clause. */
    private final Map<String, List<Stated>> nodes = new HashMap<>();

    private final Map<Stated, Reading> readingOf = new IdentityHashMap<>();
    private final Map<Stated, ClauseCheck.Setting> settings = new IdentityHashMap<>();

    /** By statement, so that what was checked in the order of use can be listed in the order of the text. */
    private final Map<Stated, Object> checked = new IdentityHashMap<>();

    private final Map<String, Condition> inForceOfAnnex = new HashMap<>();
    private final Map<String, List<String>> favours = new HashMap<>();

    private Checker(
            List<Part> parts,
            Set<String> broken,
            Function<String, Optional<Attachment>> attachments,
            Findings findings,
            Diagnostics diagnostics) {
        this.parts = parts;
        this.context = new Context(findings, diagnostics);
        context.names.addBroken(broken);
        SpanCheck spans = new SpanCheck(context);
        this.patterns = new PatternCheck(context);
        this.conditions = new ConditionCheck(context, patterns);
        this.definitionCheck = new DefinitionCheck(context, patterns, conditions, spans);
        this.termCheck = new TermCheck(context, patterns, conditions, spans);
        this.clauseCheck = new ClauseCheck(context, patterns, conditions, spans);
        this.ruleCheck = new RuleCheck(context, patterns, conditions);
        this.readings = new ReadingCheck(context);
        this.titles = new TitleCheck(context);
        this.declarations = new Declarations(context, spans, attachments);
    }

    /**
     * @param parts the agreement first, then its annexes
     * @param broken words of statements that could not be read
     * @param attachments files beside the document, by name
     * @param findings what may be accepted
     * @return empty if anything is wrong; {@code diagnostics} then says what
     */
    public static Optional<Agreement> check(
            List<Part> parts,
            Set<String> broken,
            Function<String, Optional<Attachment>> attachments,
            Supplier<String> sha256,
            Findings findings,
            Diagnostics diagnostics) {
        Checker checker = new Checker(parts, broken, attachments, findings, diagnostics);
        Agreement agreement = checker.check(sha256);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(agreement);
    }

    private Agreement check(Supplier<String> sha256) {
        declareNames();
        each((part, stated) -> readings.reading(stated).ifPresent(r -> readingOf.put(stated, r)));
        each((part, stated) -> titles.add(stated));
        each((part, stated) -> declarations.third(stated, readingOf.getOrDefault(stated, Reading.NONE)));
        indexClauses();
        inFavour();
        linkNodes();
        List<String> order = dependencies.order(context);
        order.forEach(this::checkNode);
        dependencies.checkSizes(order, context);
        List<Rule> rules = rules();
        readings.checkVariants();
        List<Scenario> scenarios = scenarios();
        if (!context.diagnostics.hasErrors()) {
            Unused.check(parts, context);
        }
        Agreement agreement = agreement(rules, scenarios, sha256.get());
        if (!context.diagnostics.hasErrors()) {
            guarantors(agreement);
            doers(agreement);
            goingOn(agreement);
            ActsOfSeveral several = new ActsOfSeveral(agreement, context);
            each((part, stated) -> {
                if (checked.get(stated) instanceof Norm norm
                        && stated.statement() instanceof Statement.Clause written) {
                    several.clock(norm, written.id());
                }
            });
            each((part, stated) -> agreement.rules().stream()
                    .filter(r -> stated.statement() instanceof Statement.InForce
                            && r instanceof Rule.InForceWhile
                            && r.origin().equals(stated.origin()))
                    .forEach(r -> several.inForce((Rule.InForceWhile) r, stated.first())));
        }
        return agreement;
    }

    private void each(BiConsumer<Part, Stated> step) {
        for (Part part : parts) {
            part.statements().forEach(stated -> step.accept(part, stated));
        }
    }

    private void declareNames() {
        context.mainFile(parts.getFirst().document().source().file());
        for (Part part : parts) {
            context.prefixes.put(part.document().source().file(), part.prefix());
        }
        each((part, stated) -> declarations.first(stated, !part.prefix().isEmpty()));
        each((part, stated) -> {
            if (stated.statement() instanceof Statement.Annex annex) {
                context.names.declare(annex.name(), Names.Kind.ANNEX, false);
            }
        });
        each((part, stated) -> declarations.second(stated));
    }

    // Clauses: where each stands.

    private void indexClauses() {
        for (Part part : parts) {
            int article = -1;
            int layer = 0;
            Map<String, List<Stated>> breaches = new HashMap<>();
            for (Stated stated : part.statements()) {
                if (stated.first().block().article() != article) {
                    article = stated.first().block().article();
                    layer = 0;
                    breaches.clear();
                }
                if (stated.statement() instanceof Statement.Layer said) {
                    layer = Declarations.layerNumber(said);
                }
                if (stated.statement() instanceof Statement.Clause clause) {
                    indexClause(part, stated, clause, layer, breaches);
                }
            }
        }
        each((part, stated) -> {
            if (stated.statement() instanceof Statement.NotThere said) {
                notThere(part, stated, said);
            }
        });
    }

    /** Under its answer there is no such clause, and somebody says so: that covers the answer, like a clause would. */
    private void notThere(Part part, Stated stated, Statement.NotThere said) {
        String id = part.prefix() + said.clause().text();
        if (stated.answers().isEmpty()) {
            context.report(
                    Code.NEVER_THERE,
                    said.clause(),
                    "`" + id + "` is not there, and nothing says under which answer",
                    "begin the statement with `read ... as ...,`; a clause that is never there is left out");
        } else if (context.clause(said.clause()).filter(id::equals).isPresent()) {
            readings.add("clause " + id, Optional.ofNullable(readingOf.get(stated)), said.clause());
        }
    }

    private void indexClause(
            Part part, Stated stated, Statement.Clause clause, int layer, Map<String, List<Stated>> breaches) {
        String id = part.prefix() + clause.id().text();
        checkNumber(clause.id(), articleOf(stated));
        context.clauses.add(id);
        clauseCheck.announce(id, clause.duty());
        Reading reading = readingOf.get(stated);
        readings.add("clause " + id, Optional.ofNullable(reading), clause.id());
        Optional<Phrase.OnBreach> earlier = earlierBreach(clause, breaches, reading == null ? Reading.NONE : reading);
        settings.put(
                stated,
                new ClauseCheck.Setting(id, reading == null ? Reading.NONE : reading, layer, List.of(), earlier));
        if (clause.trigger().orElse(null) instanceof Phrase.OnBreach breach) {
            // `if the breach goes on`, of a breach without a letter, is about the nearest before it.
            Stream.of(breach.variable().text(), Phrase.UNNAMED)
                    .distinct()
                    .forEach(b ->
                            breaches.computeIfAbsent(b, k -> new ArrayList<>()).add(stated));
        }
    }

    /** The nearest earlier clause of the article that names the breach, and that can belong to the same reading. */
    private Optional<Phrase.OnBreach> earlierBreach(
            Statement.Clause clause, Map<String, List<Stated>> breaches, Reading reading) {
        Token variable = switch (clause.trigger().orElse(null)) {
            case Phrase.Continues t -> t.variable();
            case Phrase.GrowsInto t -> t.variable();
            case null, default -> null;
        };
        if (variable == null) {
            return Optional.empty();
        }
        List<Stated> named = breaches.getOrDefault(variable.text(), List.of());
        return named.reversed().stream()
                .filter(s -> ReadingCheck.overlap(readingOf.getOrDefault(s, Reading.NONE), reading))
                .findFirst()
                .flatMap(s -> ((Statement.Clause) s.statement()).trigger())
                .map(Phrase.OnBreach.class::cast);
    }

    private Article articleOf(Stated stated) {
        int index = stated.first().block().article();
        for (Part part : parts) {
            int size = part.document().articles().size();
            if (index < size) {
                return part.document().articles().get(index);
            }
            index -= size;
        }
        throw new IllegalStateException("no article " + index);
    }

    private void checkNumber(Token id, Article article) {
        boolean whole = id.text().indexOf('.') < 0;
        boolean foreign = Character.isLetter(id.text().charAt(0));
        boolean fits = article.number().isEmpty() || id.text().startsWith(article.number() + ".");
        if (fits && !foreign && (!whole || article.number().isEmpty())) {
            return;
        }
        String number = article.number().isEmpty() ? "1" : article.number();
        context.report(
                Code.CLAUSE_OUT_OF_PLACE,
                id,
                article.number().isEmpty()
                        ? "`" + id.text() + "` is no number for a clause"
                        : "`" + id.text() + "` is no clause of `" + article.heading() + "`",
                id.text().matches("[IVXLC]+\\.[0-9.]+")
                        ? "write the article's number in figures: `" + number
                                + id.text().substring(id.text().indexOf('.')) + "`"
                        : "number its clauses `" + number + ".1`, `" + number + ".2` and so on");
    }

    private void inFavour() {
        each((part, stated) -> {
            if (!(stated.statement() instanceof Statement.InFavour said)) {
                return;
            }
            List<String> names = new ArrayList<>();
            for (Token name : said.names()) {
                if (context.names.canAct(name.text()) || context.names.groups.containsKey(name.text())) {
                    names.add(name.text());
                } else {
                    patterns.unknownActor(name);
                }
            }
            context.clauses(said.of())
                    .ifPresent(of -> of.ids()
                            .forEach(id -> favours.computeIfAbsent(id, k -> new ArrayList<>())
                                    .addAll(names)));
        });
    }

    private List<String> inFavourOf(String id) {
        List<String> found = new ArrayList<>(favours.getOrDefault(id, List.of()));
        for (int dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
            found.addAll(favours.getOrDefault(id.substring(0, dot), List.of()));
        }
        return found.stream().distinct().toList();
    }

    // What uses what.

    private void linkNodes() {
        each(this::link);
    }

    private void link(Part part, Stated stated) {
        switch (stated.statement()) {
            case Statement.Define s -> linkName(s.name(), stated);
            case Statement.StateBegins s -> linkName(s.name(), stated);
            case Statement.StateIs s -> linkName(s.name(), stated);
            case Statement.Term s -> linkName(s.name(), stated);
            case Statement.ZoneEdge s -> linkName(s.name(), stated);
            case Statement.ZoneAround s -> linkName(s.name(), stated);
            case Statement.ZoneWide s -> linkName(s.name(), stated);
            case Statement.ZoneFromFile s -> linkName(s.name(), stated);
            case Statement.BodyThatDecides s -> linkName(s.body().name(), stated);
            case Statement.Clause s -> linkClause(part, s, stated);
            case Statement.InForce s -> {
                String node = Dependencies.name("in force while");
                dependencies.add(node, stated.first());
                linkUses(node, Mentions.of(s));
                clauseCheck.announceInForceWhile();
            }
            default -> {}
        }
    }

    private void linkName(Token name, Stated stated) {
        String node = Dependencies.name(name.text());
        dependencies.add(node, name);
        nodes.computeIfAbsent(node, k -> new ArrayList<>()).add(stated);
        linkUses(node, Mentions.of(stated.statement()));
        readings.add(node, Optional.ofNullable(readingOf.get(stated)), name);
    }

    private void linkClause(Part part, Statement.Clause clause, Stated stated) {
        String id = part.prefix() + clause.id().text();
        String node = Dependencies.clause(id);
        dependencies.add(node, clause.id());
        nodes.computeIfAbsent(node, k -> new ArrayList<>()).add(stated);
        linkUses(node, Mentions.of(clause));
        settingOf(stated).earlierBreach().ifPresent(b -> b.of().forEach(t -> linkReference(node, t)));
        for (int dot = id.length(); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
            dependencies.add(node, Dependencies.powersOver(id.substring(0, dot)));
        }
        dependencies.add(node, Dependencies.name("in force while"));
        if (clause.duty() instanceof Phrase.Power power && power.with().isPresent()) {
            for (Token over : power.over()) {
                linkPower(over, power.with().get());
            }
        }
        if (clause.duty() instanceof Phrase.Power power) {
            UseOfPower.condition(clause).ifPresent(c -> linkHedge(power, Mentions.of(c)));
            for (Token over : power.over()) {
                String reference = existing(over);
                if (reference != null) {
                    dependencies.instead(Dependencies.powersOver(reference), clause);
                }
            }
        }
    }

    /** What a power rests on, the clauses under it rest on as well. */
    private void linkPower(Token over, Phrase.Call with) {
        String reference = existing(over);
        if (reference != null) {
            linkUses(Dependencies.powersOver(reference), Mentions.of(with));
        }
    }

    private void linkHedge(Phrase.Power power, Mentions hedge) {
        for (Token over : power.over()) {
            String reference = existing(over);
            if (reference != null) {
                linkUses(Dependencies.powersOver(reference), hedge);
            }
        }
    }

    private @Nullable String existing(Token written) {
        String own = context.prefix(written) + written.text();
        if (context.clauses.isKnown(own)) {
            return own;
        }
        return context.clauses.isKnown(written.text()) ? written.text() : null;
    }

    private void linkUses(String node, Mentions mentions) {
        for (Token name : mentions.names()) {
            dependencies.add(node, Dependencies.name(name.text()));
        }
        mentions.clauses().forEach(t -> linkReference(node, t));
    }

    private void linkReference(String node, Token written) {
        String id = existing(written);
        if (id == null) {
            return;
        }
        String reference = Dependencies.reference(id);
        dependencies.add(node, reference);
        if (!dependencies.isKnown(reference)) {
            context.clauses.covered(id).forEach(c -> dependencies.add(reference, Dependencies.clause(c)));
        }
    }

    // Checking, each after what it uses.

    private void checkNode(String node) {
        for (Stated stated : nodes.getOrDefault(node, List.of())) {
            Reading reading = readingOf.get(stated);
            if (reading == null) {
                continue;
            }
            switch (stated.statement()) {
                case Statement.Define s -> define(s, stated, reading);
                case Statement.StateBegins s -> keep(stated, definitionCheck.begins(s, reading, stated.origin()));
                case Statement.StateIs s -> keep(stated, definitionCheck.named(s, reading, stated.origin()));
                case Statement.Term s -> keep(stated, termCheck.check(s, reading, stated.origin()));
                case Statement.Clause s -> keep(stated, clauseCheck.check(stated, s, settingOf(stated)));
                default -> {}
            }
        }
    }

    private ClauseCheck.Setting settingOf(Stated stated) {
        ClauseCheck.Setting s = Objects.requireNonNull(settings.get(stated));
        return new ClauseCheck.Setting(s.id(), s.reading(), s.layer(), inFavourOf(s.id()), s.earlierBreach());
    }

    private void define(Statement.Define written, Stated stated, Reading reading) {
        declarations.what(written.name().text(), written.is());
        if (written.derivation() instanceof Phrase.Latest latest) {
            keep(stated, definitionCheck.level(written, latest, reading, stated.origin()));
        } else {
            keep(stated, definitionCheck.define(written, reading, stated.origin()));
        }
    }

    private void keep(Stated stated, Optional<?> result) {
        result.ifPresent(r -> checked.put(stated, r));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        Map<Rule, Stated> statements = new IdentityHashMap<>();
        each((part, stated) -> {
            Optional<Rule> rule = Optional.ofNullable(readingOf.get(stated)).flatMap(r -> ruleCheck.check(stated, r));
            if (rule.isPresent()
                    && rule.get() instanceof Rule.InForceWhile guard
                    && !part.prefix().isEmpty()) {
                annexInForce(part, stated, guard);
            } else {
                rule.ifPresent(r -> {
                    rules.add(r);
                    statements.put(r, stated);
                });
            }
        });
        ruleCheck.rejectTwice(rules, statements);
        ruleCheck.warnOfGapsWithoutEffect(statements, clauseCheck);
        return rules;
    }

    /** In an annex it guards the annex alone: it becomes part of the guard of each of its clauses. */
    private void annexInForce(Part part, Stated stated, Rule.InForceWhile guard) {
        if (!guard.reading().answers().isEmpty()) {
            context.report(
                    Code.NOT_BY_READING,
                    stated.place(),
                    "in an annex `in force while` cannot belong to one reading only",
                    "let the state that it names depend on the reading");
        }
        inForceOfAnnex.merge(part.prefix(), guard.condition(), (a, b) -> new Condition.All(List.of(a, b)));
    }

    private Norm guarded(Norm norm, String prefix) {
        Condition annex = inForceOfAnnex.get(prefix);
        if (annex == null) {
            return norm;
        }
        Condition both = norm.whileTrue().isAlways() ? annex : new Condition.All(List.of(annex, norm.whileTrue()));
        return norm.withConditions(both, norm.guard());
    }

    private List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Part part : parts) {
            part.scenarios().forEach(s -> scenarios.add(ScenarioCheck.check(s.block(), s.lines(), context, patterns)));
        }
        return scenarios;
    }

    /** Whoever gives measures and is neither party nor guarantor: the examiner passes over what is only looked for at guarantors. */
    private void guarantors(Agreement agreement) {
        Set<String> givers = Guarantors.ofMeasuresByOthers(agreement);
        each((part, stated) -> {
            if (stated.statement() instanceof Statement.Actors written) {
                for (Statement.Named named : written.actors()) {
                    Token name = named.named().name();
                    if (givers.contains(name.text())) {
                        context.report(
                                Code.MEASURE_BY_ACTOR,
                                name,
                                "`" + name.text() + "` gives a measure and is neither a party nor a guarantor",
                                "say `guarantor " + name.text() + "` if it guarantees the text, `actor " + name.text()
                                        + " made up of ...` if it is the force of others, or `actor " + name.text()
                                        + " is mission` if it guarantees nothing");
                    }
                }
            }
        });
    }

    /** Where several are bound by an act that does not say who does it, one act counts for all of them: few mean that. */
    private void doers(Agreement agreement) {
        Map<String, EventType> types = agreement.eventTypes();
        each((part, stated) -> {
            if (checked.get(stated) instanceof Norm norm && stated.statement() instanceof Statement.Clause written) {
                Duties.demanded(norm)
                        .or(() -> Duties.forbidden(norm))
                        .filter(act -> !Roles.isDoerTold(types, norm, act))
                        .ifPresent(act -> doer(norm, act.event(), written.id()));
            }
        });
    }

    private void doer(Norm norm, String event, Token id) {
        List<String> bound =
                Roles.bearers(norm).stream().flatMap(Optional::stream).toList();
        if (bound.size() > 1) {
            context.report(
                    Code.DOER_UNSAID,
                    id,
                    "`" + event + "` does not say who does it: one act "
                            + (Duties.forbidsAct(norm) ? "is a breach by each of " : "counts for each of ")
                            + Readable.list(bound, "and"),
                    "give it `by: party`, or, of a definition, `(by P)`; if one act for all is meant, let one of them or"
                            + " a body owe it");
        }
    }

    /** Where a clause waits for a breach to go on that is over as soon as it is there, it waits in vain. */
    private void goingOn(Agreement agreement) {
        each((part, stated) -> {
            if (checked.get(stated) instanceof Norm norm
                    && norm.trigger().orElse(null) instanceof Trigger.Continues continues
                    && stated.statement() instanceof Statement.Clause written) {
                List<Norm> broken = agreement.norms().stream()
                        .filter(n -> continues.breach().of().covers(n.id()))
                        .toList();
                if (!broken.isEmpty() && broken.stream().allMatch(n -> isOverAtOnce(agreement, n))) {
                    neverGoesOn(continues, broken, written.id());
                }
            }
        });
    }

    /** An act that is a breach of its own; or a turn that was missed. */
    private static boolean isOverAtOnce(Agreement agreement, Norm norm) {
        return Duties.recurs(norm)
                || (Duties.forbidsAct(norm) && QuietGaps.of(agreement, norm).isEmpty());
    }

    private void neverGoesOn(Trigger.Continues continues, List<Norm> broken, Token id) {
        String clauses = Readable.list(broken.stream().map(Norm::id).distinct().toList(), "or");
        boolean turns = broken.stream().anyMatch(Duties::recurs);
        context.report(
                Code.NEVER_GOES_ON,
                id,
                id.text() + " never applies: a breach of " + clauses
                        + " is over at once, and so it never continues after " + continues.after(),
                turns
                        ? "a turn that is missed is a breach of its own: let the clause answer the breach, or how many there are"
                        : "say when it ends, such as `a breach of "
                                + broken.getFirst().id() + " ends after 24 hours without a further act`");
    }

    // The agreement.

    private Agreement agreement(List<Rule> rules, List<Scenario> scenarios, String sha256) {
        List<Article> articles = new ArrayList<>();
        parts.forEach(p -> articles.addAll(p.document().articles()));
        List<Definition> definitions = new ArrayList<>(declarations.firsts);
        List<Level> levels = new ArrayList<>();
        List<State> states = new ArrayList<>();
        List<Norm> norms = new ArrayList<>();
        each((part, stated) -> {
            switch (checked.get(stated)) {
                case Definition d -> definitions.add(d);
                case Level l -> levels.add(l);
                case State s -> states.add(s);
                case Norm n -> norms.add(guarded(n, part.prefix()));
                case null, default -> {}
            }
        });
        definitions.addAll(clauseCheck.hedgedUses);
        Optional<Statement.Title> title = declarations.title;
        return new Agreement(
                title.map(t -> t.title().content()).orElseGet(() -> titleOf(articles)),
                title.flatMap(Statement.Title::version).map(Token::content).orElse(""),
                title.flatMap(Statement.Title::standing).map(Token::content).orElse(""),
                title.filter(Statement.Title::retold).isPresent(),
                declarations.sources,
                context.literals.zoneOrUtc(),
                articles,
                List.copyOf(context.names.actors.values()),
                List.copyOf(context.names.groups.values()),
                declarations.bodies,
                List.copyOf(context.names.measures),
                List.copyOf(declarations.layers.values()),
                List.copyOf(context.names.events.values()),
                definitions,
                levels,
                states,
                declarations.zones,
                List.copyOf(context.names.undefined.values()),
                List.copyOf(context.names.questions.values()),
                norms,
                rules,
                scenarios,
                sha256,
                declarations.kinds(),
                titles.titles());
    }

    private static String titleOf(List<Article> articles) {
        return articles.stream()
                .map(Article::heading)
                .filter(h -> !h.isEmpty())
                .findFirst()
                .orElse(articles.getFirst().file());
    }
}
