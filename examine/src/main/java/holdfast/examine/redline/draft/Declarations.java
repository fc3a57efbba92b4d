package holdfast.examine.redline.draft;

import holdfast.engine.words.DeclarationWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a draft declares, by what it is, each with its essence and in words; and what two drafts declare differently. */
public final class Declarations {
    private record Said(List<Object> essence, Set<String> words) {}

    private final Agreement agreement;
    private final Essence essence;
    private final DeclarationWords words;
    private final Map<String, Said> said = new LinkedHashMap<>();

    private Declarations(Agreement agreement, ClauseNames names) {
        this.agreement = agreement;
        this.essence = new Essence(names::covered);
        this.words = new DeclarationWords(agreement);
    }

    private static Declarations of(Agreement agreement, ClauseNames names) {
        Declarations all = new Declarations(agreement, names);
        all.collect();
        return all;
    }

    /** In the order of the earlier draft, then what only the later has. */
    public static List<DeclarationChange> changes(Pairing.Pairs pairs) {
        Map<String, Said> before = of(pairs.before().agreement(), pairs.before()).said;
        Map<String, Said> after = of(pairs.after().agreement(), pairs.after()).said;
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<DeclarationChange> changes = new ArrayList<>();
        for (String what : all) {
            Said then = before.get(what);
            Said later = after.get(what);
            if (then == null || later == null || !same(then, later)) {
                changes.add(new DeclarationChange(
                        what,
                        Optional.ofNullable(then).map(s -> String.join("; ", s.words())),
                        Optional.ofNullable(later).map(s -> String.join("; ", s.words()))));
            }
        }
        return changes;
    }

    private static boolean same(Said then, Said later) {
        return then.essence().equals(later.essence());
    }

    private void collect() {
        add(
                "time zone",
                agreement.zone().getId(),
                "time zone " + agreement.zone().getId());
        agreement.actors().forEach(a -> add("actor " + a.name(), a.role(), words.actor(a)));
        for (String role : List.of("party", "guarantor")) {
            List<String> members = agreement.members(role).orElse(List.of());
            if (!members.isEmpty()) {
                add("actor each " + role, new TreeSet<>(members), "each " + role + " is " + String.join(", ", members));
            }
        }
        agreement.groups().forEach(g -> add("group " + g.name(), g, words.group(g)));
        agreement.bodies().forEach(b -> add("body " + b.name(), b, words.body(b)));
        if (!agreement.measures().isEmpty()) {
            add("measures", agreement.measures(), "measures from weakest: " + String.join(", ", agreement.measures()));
        }
        agreement.events().forEach(e -> add("event " + e.name(), e, words.event(e)));
        agreement.definitions().forEach(d -> add("definition " + d.name(), d, words.definition(d)));
        agreement.levels().forEach(l -> add("definition " + l.name(), l, words.level(l)));
        agreement.states().forEach(s -> add("state " + s.name(), s, words.state(s)));
        agreement.zones().forEach(z -> add("zone " + z.name(), z, words.zone(z)));
        agreement.undefinedTerms().forEach(u -> add("undefined " + u.name(), u.name(), "undefined " + u.name()));
        agreement
                .questions()
                .forEach(q -> add(
                        "question " + q.name(),
                        new TreeSet<>(q.answers()),
                        "question " + q.name() + " answers " + String.join(", ", q.answers())));
        agreement.rules().forEach(this::rule);
    }

    private void rule(Rule rule) {
        add(DeclarationWords.kind(rule), rule, words.rule(rule));
    }

    private void add(String what, Object statement, String text) {
        Said known = said.computeIfAbsent(what, w -> new Said(new ArrayList<>(), new LinkedHashSet<>()));
        known.essence().add(essence.of(statement));
        known.words().add(text);
    }
}
