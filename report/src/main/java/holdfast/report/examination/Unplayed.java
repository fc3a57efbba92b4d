package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.examine.Examination;
import holdfast.examine.text.NeverInForce;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the table says nothing of: breaches that were not found, and those that were not played to their end. */
public final class Unplayed {
    private Unplayed() {}

    public static List<String> words(Examined examined) {
        return words(examined, violator -> true);
    }

    /** @param who of whose breaches it is asked */
    public static List<String> words(Examined examined, Predicate<String> who) {
        Examination examination = examined.examination();
        Readable names = examined.texts().names();
        Map<String, Set<String>> notFound = new LinkedHashMap<>();
        Map<String, Set<String>> cut = new LinkedHashMap<>();
        List<String> never = NeverInForce.clauses(examination.agreement());
        examination.unbroken().stream()
                .filter(u -> who.test(u.violator()) && !never.contains(u.prohibition()))
                .forEach(u -> add(notFound, clause(u.prohibition(), u.reading(), names), u.violator()));
        examination.cutOff().stream()
                .filter(c -> who.test(c.violator()))
                .forEach(c -> add(cut, clause(c.prohibition(), c.reading(), names), c.violator()));
        List<String> lines = new ArrayList<>();
        if (!never.isEmpty()) {
            lines.add(Wording.list(never) + " can never come due or be broken: what "
                    + (never.size() == 1 ? "it asks" : "they ask")
                    + " for would have to be so, and not be so, at once.");
        }
        alike(notFound)
                .forEach((violators, clauses) -> lines.add("Not found: how " + Wording.list(violators)
                        + " could break " + Wording.list(clauses)
                        + ". That does not mean that nobody can; nothing is concluded from it."));
        alike(cut)
                .forEach((violators, clauses) ->
                        lines.add("Not played to its end, so that nothing is said of it: what follows when "
                                + Wording.list(violators) + (violators.size() == 1 ? " breaks " : " break ")
                                + Wording.list(clauses) + "."));
        return lines;
    }

    private static String clause(String number, Reading reading, Readable names) {
        return number + (reading.equals(Reading.NONE) ? "" : " (" + names.reading(reading) + ")");
    }

    private static void add(Map<String, Set<String>> to, String clause, String violator) {
        to.computeIfAbsent(clause, c -> new LinkedHashSet<>()).add(violator);
    }

    /** Clauses of which the same violators are said, together. */
    private static Map<List<String>, List<String>> alike(Map<String, Set<String>> some) {
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        some.forEach((clause, violators) -> alike.computeIfAbsent(List.copyOf(violators), v -> new ArrayList<>())
                .add(clause));
        return alike;
    }
}
