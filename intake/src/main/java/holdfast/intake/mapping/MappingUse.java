package holdfast.intake.mapping;

import holdfast.intake.form.FileForms;
import holdfast.intake.mapping.MappingModel.CodeTable;
import holdfast.intake.mapping.MappingModel.Rule;
import holdfast.intake.mapping.UnusedParts.Part;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import holdfast.language.diagnostic.UserWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules of a mapping applied and which of its codes came up, in all files that are read with it. */
public final class MappingUse {
    private static final int MOST_STRAYS = 500;
    private static final int SHOWN = 5;
    /** Shorter codes are near to many that are other codes. */
    private static final int SHORTEST_MISSPELT = 5;

    private final String file;
    private final MappingModel model;
    private final Set<Integer> applied = new HashSet<>();
    /** Codes of rules, by column. */
    private final Map<String, Set<String>> met = new HashMap<>();
    /** Codes of tables, by the line of the table. */
    private final Map<Integer, Set<String>> translated = new HashMap<>();
    /** What stands in columns that have codes and is none of them, by column. */
    private final Map<String, Map<String, Long>> strays = new HashMap<>();

    public MappingUse(String file, MappingModel model) {
        this.file = file;
        this.model = model;
    }

    void applied(int rule) {
        applied.add(rule);
    }

    /** To which the codes of rules on that column are added when they come up. */
    Set<String> met(String column) {
        return met.computeIfAbsent(column, c -> new HashSet<>());
    }

    Set<String> translated(int table) {
        return translated.computeIfAbsent(table, t -> new HashSet<>());
    }

    void stray(String column, String code) {
        Map<String, Long> of = strays.computeIfAbsent(column, c -> new LinkedHashMap<>());
        if (!code.isEmpty() && (of.size() < MOST_STRAYS || of.containsKey(code))) {
            of.merge(code, 1L, Long::sum);
        }
    }

    /** A table of codes of this mapping, or the basis or the precision, with the columns that have it. */
    private record Table(String name, Set<String> columns, Collection<String> codes, int line) {}

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        Map<CodeTable, Set<String>> columns = new LinkedHashMap<>();
        model.codes.forEach((column, table) ->
                columns.computeIfAbsent(table, t -> new LinkedHashSet<>()).add(column));
        columns.forEach((table, of) ->
                tables.add(new Table("codes for " + String.join(", ", of), of, table.meanings.keySet(), table.line)));
        model.basis
                .column()
                .ifPresent(column -> tables.add(new Table(
                        "basis", Set.of(column), model.basis.table().meanings.keySet(), model.basis.line())));
        if (model.precision != null) {
            tables.add(new Table(
                    "precision",
                    Set.of(model.precision.column()),
                    model.precision.meant().keySet().stream().sorted().toList(),
                    model.precision.line()));
        }
        return tables;
    }

    public UnusedParts unused() {
        List<Part> parts = new ArrayList<>();
        model.rules.forEach(r -> unused(r, parts));
        model.rows.stream()
                .filter(r -> r.lines().isEmpty() && !applied.contains(r.line()))
                .forEach(r -> parts.add(
                        new Part(r.line(), true, 0, "this was said of no row: its condition holds for none")));
        for (Table table : tables()) {
            List<String> codes = unused(table.codes, translated(table.line));
            if (!codes.isEmpty()) {
                parts.add(new Part(
                        table.line, false, codes.size(), "`" + table.name + "`: never needed: " + list(codes)));
            }
        }
        parts.sort(Comparator.comparingLong(Part::line));
        long codes = model.rules.stream().mapToLong(r -> r.codes().size()).sum()
                + tables().stream().mapToLong(t -> t.codes.size()).sum();
        long byCondition = model.rows.stream().filter(r -> r.lines().isEmpty()).count();
        return new UnusedParts(file, model.rules.size() + byCondition, codes, parts);
    }

    private void unused(Rule rule, List<Part> parts) {
        String column = rule.column().orElse("");
        List<String> never = unused(rule.codes(), met(column));
        if (applied.contains(rule.line())) {
            if (!never.isEmpty()) {
                parts.add(new Part(
                        rule.line(),
                        false,
                        never.size(),
                        "no row has " + list(never) + " in " + UserWords.quoted(column)));
            }
            return;
        }
        String why;
        if (rule.column().isPresent() && never.size() == rule.codes().size()) {
            why = "no row has " + list(never) + " in " + UserWords.quoted(column);
        } else if (rule.when().isPresent()) {
            why = "its condition holds for none of the rows that are left to it";
        } else {
            why = "earlier rules take all rows that it fits";
        }
        parts.add(new Part(rule.line(), true, 0, "this rule applied to no row: " + why));
    }

    /** An empty cell is no code that could be misspelt. */
    private static List<String> unused(Collection<String> codes, Set<String> used) {
        return codes.stream()
                .filter(c -> !c.isEmpty() && !used.contains(c))
                .sorted()
                .toList();
    }

    private static String list(List<String> codes) {
        String shown = String.join(
                ", ", codes.stream().limit(SHOWN).map(UserWords::quoted).toList());
        return codes.size() > SHOWN ? shown + " and " + (codes.size() - SHOWN) + " more" : shown;
    }

    /** Warns of codes that never come up where another that is very like them does, and is none of the mapping's. */
    public void tellMisspelt(Problems problems) {
        for (Rule rule : model.rules) {
            rule.column()
                    .ifPresent(column ->
                            tellMisspelt(unused(rule.codes(), met(column)), Set.of(column), rule.line(), problems));
        }
        for (Table table : tables()) {
            tellMisspelt(unused(table.codes, translated(table.line)), table.columns, table.line, problems);
        }
    }

    private void tellMisspelt(List<String> unused, Set<String> columns, int line, Problems problems) {
        for (String code : unused) {
            for (String column : columns) {
                Map<String, Long> there = strays.getOrDefault(column, Map.of());
                String near = near(code, there.keySet());
                if (!near.isEmpty()) {
                    long rows = there.getOrDefault(near, 0L);
                    problems.add(new Problem(
                            RecordCode.NEVER_USED,
                            Severity.WARNING,
                            FileForms.place(file, line, ""),
                            "no row has the code " + UserWords.quoted(code) + " in " + UserWords.quoted(column)
                                    + ", but " + rows + (rows == 1 ? " has " : " have ") + UserWords.quoted(near)
                                    + (LookAlike.same(code, near)
                                            ? ", which looks the same (" + LookAlike.difference(code, near) + ")"
                                            : ""),
                            "",
                            "did you mean that?"));
                }
            }
        }
    }

    private static String near(String code, Set<String> there) {
        String folded = DidYouMean.folded(code);
        for (String other : there) {
            if (DidYouMean.folded(other).equals(folded)) {
                return other;
            }
        }
        return code.length() < SHORTEST_MISSPELT ? "" : DidYouMean.misspelt(code, there);
    }
}
