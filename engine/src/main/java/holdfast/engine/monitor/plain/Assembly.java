package holdfast.engine.monitor.plain;

import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts together the chains and judges of a text. */
final class Assembly {
    private final Book book;
    private final Tier tier;
    private final Conditions conditions;

    Assembly(Book book, Tier tier, Conditions conditions) {
        this.book = book;
        this.tier = tier;
        this.conditions = conditions;
    }

    List<Domain> domains(Plan plan) {
        List<Domain> domains = new ArrayList<>();
        plan.groups().forEach(group -> domains.add(domain(group)));
        for (Table table : book.tables) {
            table.close();
            table.chains.forEach(Chain::close);
        }
        return domains;
    }

    private Domain domain(Plan.Group group) {
        Set<Table> awaited = new HashSet<>();
        for (Plan.Clause clause : group.clauses()) {
            clause.condition().ifPresent(condition -> awaited.addAll(book.tables(condition.heard())));
        }
        Domain domain = new Domain(group, awaited);
        Map<String, DeadlineJudge> deadlines = new HashMap<>();
        for (Plan.Clause clause : group.clauses()) {
            Chain act = chain(domain, clause.act());
            switch (clause) {
                case Plan.Deadline d -> {
                    DeadlineJudge judge = new DeadlineJudge(d, tier, chain(domain, d.trigger()), act);
                    deadlines.put(d.norm().id(), judge);
                    domain.judges.add(judge);
                }
                case Plan.Sequel s ->
                    domain.judges.add(new SequelJudge(s, tier, Objects.requireNonNull(deadlines.get(s.of())), act));
                case Plan.Ban b -> domain.judges.add(ban(domain, b, act));
            }
        }
        return domain;
    }

    private BanJudge ban(Domain domain, Plan.Ban ban, Chain act) {
        List<Chain> begins = new ArrayList<>();
        List<Chain> ends = new ArrayList<>();
        if (ban.when() instanceof Plan.When.Holding(List<Plan.Match> from, List<Plan.Match> to)) {
            from.forEach(match -> begins.add(chain(domain, match)));
            to.forEach(match -> ends.add(chain(domain, match)));
        }
        int[] bearers = ban.holder() instanceof Plan.Holder.Among(int _, List<String> actors)
                ? actors.stream()
                        .mapToInt(a -> book.codes.of(new Value.Actor(a)))
                        .toArray()
                : new int[0];
        return new BanJudge(ban, tier, conditions, act, begins, ends, bearers);
    }

    private Chain chain(Domain domain, Plan.Match match) {
        return domain.chains.computeIfAbsent(match, m -> {
            int[] at = m.fixed().keySet().stream().mapToInt(Integer::intValue).toArray();
            int[][] to = m.fixed().values().stream()
                    .map(values -> values.stream().mapToInt(book.codes::of).toArray())
                    .toArray(int[][]::new);
            Table table = book.tables[m.event()];
            Values.Test where = m.where().isEmpty() ? null : new Values(book.codes).all(m.where());
            Chain chain = new Chain(table, domain, m, at, to, where, book::compareIds);
            table.chains.add(chain);
            return chain;
        });
    }
}
