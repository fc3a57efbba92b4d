package holdfast.cli.match;

import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemCode;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.diagnostic.Severity;
import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.InputCheck;
import holdfast.readiness.match.question.MatchFault;
import holdfast.readiness.match.question.MatchFault.About;
import holdfast.readiness.match.question.MatchFaults;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.StandIn;
import holdfast.readiness.open.OpenQuestion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables of needs, offers and items, made into a question. */
public final class MatchInput {
    private static final int SHOWN = 20;
    private static final BigDecimal REQUIRED = BigDecimal.ONE.negate();
    private static final ProblemCode NO_NUMBER = () -> "";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<About, Map<String, Place.InTable>> places = new HashMap<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<StandIn> standIns = new ArrayList<>();
    private final Set<String> items = new TreeSet<>();

    private MatchInput() {}

    /** @throws Refusal with everything that is wrong */
    public static MatchQuestion read(Path needs, Path offers, @Nullable Path items, @Nullable Path before) {
        MatchInput input = new MatchInput();
        input.needs(needs);
        input.offers(offers);
        if (items != null) {
            input.items(items);
        }
        List<Delivery> plan = before == null ? List.of() : EarlierPlan.read(before, input.problems);
        input.check(plan, before);
        input.refuse();
        return new MatchQuestion(input.needs, input.offers, input.standIns, input.items, plan);
    }

    /** What only shows together, in the same step; but not of lines in which a cell cannot be read, nor where a column is missing. */
    private void check(List<Delivery> plan, @Nullable Path before) {
        Set<Place.InTable> unread = problems.stream()
                .map(p -> p.place() instanceof Place.InTable at ? line(at.file(), at.number()) : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (unread.stream().anyMatch(at -> at.number() <= 1)) {
            return;
        }
        for (MatchFault fault : InputCheck.faults(needs, offers, standIns, items, plan)) {
            Place.InTable at = places.getOrDefault(fault.about(), Map.of()).get(fault.id());
            if (at == null || !unread.contains(line(at.file(), at.number()))) {
                fault(fault, before);
            }
        }
    }

    private static Place.InTable line(String file, long line) {
        return new Place.InTable(file, Place.Counted.LINES, line, "");
    }

    /**
     * What is open in a ledger.
     *
     * @throws Refusal with everything that is wrong, by record
     */
    public static MatchQuestion of(OpenQuestion open, @Nullable Path before) {
        MatchInput input = new MatchInput();
        List<Delivery> plan = before == null ? List.of() : EarlierPlan.read(before, input.problems);
        input.refuse();
        try {
            return new MatchQuestion(open.needs(), open.offers(), open.standIns(), open.items(), plan);
        } catch (MatchFaults faults) {
            throw Refusal.findings(
                    faults.faults().stream()
                            .limit(SHOWN)
                            .map(MatchFault::toString)
                            .collect(Collectors.joining("\n")),
                    "correct these records, and give them again");
        }
    }

    private void needs(Path file) {
        MatchTable table = MatchTable.read(
                file,
                problems,
                List.of("id", "item", "quantity", "by_day", "priority"),
                List.of("training_days", "requires"));
        for (MatchTable.Row row : table.rows()) {
            place(About.NEED, row.text("id"), file, row);
            needs.add(new Need(
                    row.text("id"),
                    row.text("item"),
                    row.quantity("quantity", REQUIRED),
                    row.day("by_day"),
                    row.number("priority", -1),
                    row.number("training_days", 0),
                    row.words("requires")));
        }
    }

    private void offers(Path file) {
        MatchTable table = MatchTable.read(
                file,
                problems,
                List.of("id", "giver", "item", "quantity", "available_from"),
                List.of("lead_time_days", "training_days", "works_with", "condition", "minimum_lot"));
        for (MatchTable.Row row : table.rows()) {
            place(About.OFFER, row.text("id"), file, row);
            offers.add(new Offer(
                    row.text("id"),
                    row.text("giver"),
                    row.text("item"),
                    row.quantity("quantity", REQUIRED),
                    row.day("available_from"),
                    row.number("lead_time_days", 0),
                    row.number("training_days", 0),
                    row.words("works_with"),
                    row.text("condition"),
                    row.quantity("minimum_lot", BigDecimal.ZERO)));
        }
    }

    private void items(Path file) {
        if (isListOfItems(file)) {
            throw Refusal.usage(
                    "--items: `" + file + "` is a list of items, a document with a block ```items",
                    "with `--needs` and `--offers` it is a table with a column `item` (docs/match.md); the list is for"
                            + " the records of an agreement");
        }
        MatchTable table = MatchTable.read(
                file, problems, List.of("item"), List.of("stands_in_for", "sent", "counted", "chained"));
        for (MatchTable.Row row : table.rows()) {
            items.add(row.text("item"));
            if (!row.text("stands_in_for").isEmpty()) {
                String id = row.text("item") + " for " + row.text("stands_in_for");
                place(About.STAND_IN, id, file, row);
                standIns.add(new StandIn(
                        row.text("item"),
                        row.text("stands_in_for"),
                        row.number("sent", 1),
                        row.number("counted", 1),
                        row.yes("chained")));
            }
        }
    }

    private static boolean isListOfItems(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file).lines().anyMatch(l -> l.strip().matches("(`{3,}|~{3,})\\s*items"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Of two with one id, the second is the one that is wrong. */
    private void place(About about, String id, Path file, MatchTable.Row row) {
        places.computeIfAbsent(about, a -> new HashMap<>())
                .put(id, new Place.InTable(file.toString(), Place.Counted.LINES, row.line(), ""));
    }

    private void fault(MatchFault fault, @Nullable Path before) {
        Place.InTable at = places.getOrDefault(fault.about(), Map.of()).get(fault.id());
        String found = fault.about().word() + " `" + fault.id() + "`: " + fault.found();
        String file = at == null ? String.valueOf(before) : at.file();
        problems.add(problem(file, at == null ? 0 : at.number(), fault.field(), found, fault.expected(), fault.help()));
    }

    static Problem problem(String file, long line, String column, String found, String expected, String help) {
        return new Problem(
                NO_NUMBER,
                Severity.ERROR,
                Place.inTable(file, Place.Counted.LINES, line, column),
                found,
                expected,
                help);
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw Refusal.findings(
                    "nothing can be matched yet\n"
                            + problems.stream()
                                    .limit(SHOWN)
                                    .map(ProblemLine::of)
                                    .collect(Collectors.joining("\n"))
                            + (problems.size() > SHOWN ? "\nand " + (problems.size() - SHOWN) + " more" : ""),
                    "docs/match.md says what each table must be");
        }
    }
}
