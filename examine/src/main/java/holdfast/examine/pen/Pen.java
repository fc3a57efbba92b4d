package holdfast.examine.pen;

import holdfast.engine.words.DeclarationWords;
import holdfast.engine.words.Wording;
import holdfast.examine.found.Proposal;
import holdfast.examine.text.Numbering;
import holdfast.language.manuscript.Change;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes one proposal in a document's own names, and takes new names only where it has none. */
public final class Pen {
    private final Agreement agreement;
    private final Wording wording;
    private final DeclarationWords declarations;
    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> variables;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> toSettle = new TreeSet<>();
    private boolean elsewhere;

    public Pen(Agreement agreement) {
        this.agreement = agreement;
        this.wording = new Wording(agreement.zone());
        this.declarations = new DeclarationWords(agreement);
        this.variables = Variables.of(agreement);
        agreement.actors().forEach(a -> names.add(a.name()));
        agreement.groups().forEach(g -> names.add(g.name()));
        agreement.bodies().forEach(b -> names.add(b.name()));
        agreement.layers().forEach(l -> names.add(l.title()));
        names.addAll(agreement.measures());
        names.addAll(agreement.eventTypes().keySet());
        agreement.levels().forEach(l -> names.add(l.name()));
        agreement.states().forEach(s -> names.add(s.name()));
        agreement.zones().forEach(z -> names.add(z.name()));
        agreement.undefinedTerms().forEach(t -> names.add(t.name()));
        agreement.questions().forEach(q -> names.add(q.name()));
        agreement.norms().forEach(n -> numbers.add(n.id()));
    }

    public Wording wording() {
        return wording;
    }

    /** What was written; nothing where part of it would have to stand in an annex. */
    public List<Proposal> proposal() {
        return elsewhere || changes.isEmpty() ? List.of() : List.of(new Proposal(changes, List.copyOf(toSettle)));
    }

    /** @param what for what the drafters have to find a word of their own */
    public Pen settle(String what) {
        toSettle.add(what);
        return this;
    }

    /** A clause in other words under its number. */
    public Pen rewrite(Norm norm, Norm as) {
        return rewrite(norm.origin(), DeclarationWords.read(norm.reading()) + norm.id() + "  " + words(as));
    }

    /** A clause in words, without its number; who does the act is not said again where it is whoever bears the clause. */
    public String words(Norm norm) {
        boolean named = norm.bearer() instanceof Bearer.Named(List<String> actors) && actors.size() == 1;
        return wording.clause(named ? Reworded.withoutDoer(agreement, norm) : norm);
    }

    public Pen rewrite(Body as) {
        return rewrite(as.origin(), declarations.body(as));
    }

    public Pen rewrite(State as) {
        return rewrite(as.origin(), declarations.state(as));
    }

    public Pen rewrite(Definition as) {
        return rewrite(as.type().origin(), declarations.definition(as));
    }

    public Pen rewrite(Rule as) {
        return rewrite(as.origin(), declarations.rule(as));
    }

    private Pen rewrite(Origin at, String statement) {
        changes.add(new Change.Rewrite(here(at), statement));
        return this;
    }

    public Pen strike(Origin at) {
        changes.add(new Change.Strike(here(at)));
        return this;
    }

    public Pen settleQuestion(String question, String answer) {
        changes.add(new Change.Settle(question, answer));
        return this;
    }

    public Pen recast(List<String> actors, Actor.Role role) {
        changes.add(new Change.Recast(actors, role));
        return this;
    }

    /** A definition more, where another statement of it says that it stands. */
    public Pen add(Definition more) {
        return add(more.type().origin(), declarations.definition(more));
    }

    /** A state more, where another statement stood of which it is a part. */
    public Pen add(State more) {
        return add(more.origin(), declarations.state(more));
    }

    /** A statement that is no clause, in the block in which something stands. */
    public Pen add(Origin near, String statement) {
        changes.add(new Change.Add(here(near), statement));
        return this;
    }

    /**
     * A clause more, in the article of another, behind its last; one that answers a breach where the text has its answers, if it has any.
     *
     * @return its number
     */
    public String clause(Norm near, String words) {
        Norm home = words.startsWith("on a breach") ? lastAnswer().orElse(near) : near;
        String article = home.id().substring(0, home.id().lastIndexOf('.') + 1);
        // Nor a number that a paragraph has of which there is no clause.
        int next = Math.max(1, firstFree(home));
        while (isTaken(article + next)) {
            next++;
        }
        String id = article + next;
        numbers.add(id);
        add(lastOf(article).orElse(home).origin(), id + "  " + words);
        return id;
    }

    private int firstFree(Norm home) {
        return agreement.articles().isEmpty()
                ? 1
                : Numbering.of(agreement.article(home.origin())).last() + 1;
    }

    private Optional<Norm> lastAnswer() {
        return agreement.norms().stream()
                .filter(n -> n.trigger().orElse(null) instanceof Trigger.OnBreach)
                .filter(n -> n.id().contains(".") && isHere(n.origin()))
                .reduce((a, b) -> b);
    }

    /** Also where its parts are numbered: 2.1a, 2.1.1. */
    private boolean isTaken(String id) {
        return numbers.stream().anyMatch(n -> ClauseRef.isPartOf(n, id));
    }

    private Optional<Norm> lastOf(String article) {
        return agreement.norms().stream()
                .filter(n -> n.id().startsWith(article) && isHere(n.origin()))
                .reduce((a, b) -> b);
    }

    /** A declaration, where the document has its actors. */
    public Pen declare(String statement) {
        return add(declared(), statement);
    }

    /** A measure more, stronger than all that there are. */
    public Pen measure(String name) {
        changes.add(new Change.Measure(here(declared()), name));
        return this;
    }

    private Origin declared() {
        return Stream.concat(
                        agreement.actors().stream().map(Actor::origin),
                        agreement.norms().stream().map(Norm::origin))
                .filter(this::isHere)
                .findFirst()
                .orElse(Origin.NONE);
    }

    /** A name that nothing has yet. */
    public String name(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + n;
        }
        return name;
    }

    /** A variable that no clause uses, so that nothing else is taken for it. */
    public String variable(String... wanted) {
        for (String one : wanted) {
            if (variables.add(one)) {
                return one;
            }
        }
        int n = 2;
        while (!variables.add(wanted[0] + n)) {
            n++;
        }
        return wanted[0] + n;
    }

    /** Those of the clauses that stand in the document itself: annexes are not rewritten. */
    public List<Norm> norms(List<String> clauses) {
        return agreement.norms().stream()
                .filter(n -> clauses.contains(n.id()) && isHere(n.origin()))
                .toList();
    }

    private boolean isHere(Origin origin) {
        List<Article> articles = agreement.articles();
        return articles.isEmpty()
                || articles.get(origin.article())
                        .file()
                        .equals(articles.getFirst().file());
    }

    private Origin here(Origin origin) {
        elsewhere |= !isHere(origin);
        return origin;
    }
}
