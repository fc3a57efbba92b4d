package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prefixes {@code read Q as A,}, and whether the variants of a name or clause cover every answer exactly once. */
final class ReadingCheck {
    /** A name with more variants than this is no longer a text. */
    private static final int MOST_VARIANTS = 200;

    private static final int MOST_TRIED = 10_000;

    private final Context context;

    /** By what they are variants of, such as {@code clause 2.1}. */
    private final Map<String, List<Variant>> variants = new LinkedHashMap<>();

    private final Set<String> unreadable = new HashSet<>();

    private record Variant(Reading reading, Token name) {}

    ReadingCheck(Context context) {
        this.context = context;
    }

    /** Empty, and reported, if a question or an answer is unknown. */
    Optional<Reading> reading(Stated stated) {
        Map<String, String> answers = new TreeMap<>();
        boolean good = stated.answers().isEmpty() || mayHang(stated);
        for (Stated.Answer answer : stated.answers()) {
            good &= answer(answer, answers);
        }
        return good ? Optional.of(new Reading(answers)) : Optional.empty();
    }

    private boolean answer(Stated.Answer written, Map<String, String> answers) {
        Token name = written.question();
        Question question = context.names.questions.get(name.text());
        if (question == null) {
            context.unknown(
                    Code.UNKNOWN_QUESTION,
                    name,
                    "there is no question",
                    context.names.questions.keySet(),
                    "say what it is: `question " + name.text() + " answers one, other`");
            return false;
        }
        Token answer = written.answer();
        if (!question.answers().contains(answer.text())) {
            context.unknown(
                    Code.UNKNOWN_QUESTION,
                    answer,
                    "the question `" + name.text() + "` has no answer",
                    question.answers(),
                    "");
            return false;
        }
        if (answers.putIfAbsent(name.text(), answer.text()) != null) {
            context.report(Code.LISTED_TWICE, name, "`" + name.text() + "` is answered twice", "answer it once");
            return false;
        }
        return true;
    }

    private boolean mayHang(Stated stated) {
        boolean may = switch (stated.statement()) {
            case Statement.BodyThatDecides ignored -> true;
            case Statement.ZoneFromFile ignored -> true;
            case Statement.ZoneEdge ignored -> true;
            case Statement.ZoneAround ignored -> true;
            case Statement.ZoneWide ignored -> true;
            case Statement.Define ignored -> true;
            case Statement.StateBegins ignored -> true;
            case Statement.StateIs ignored -> true;
            case Statement.Term ignored -> true;
            case Statement.Clause ignored -> true;
            case Statement.NotThere ignored -> true;
            case Statement.Confirms ignored -> true;
            case Statement.Attributes ignored -> true;
            case Statement.Corrects ignored -> true;
            case Statement.RulesOn ignored -> true;
            case Statement.AnswersFor ignored -> true;
            case Statement.QuietGap ignored -> true;
            case Statement.Evidence ignored -> true;
            case Statement.Accepts ignored -> true;
            case Statement.ForcesInArea ignored -> true;
            case Statement.InForce ignored -> true;
            default -> false;
        };
        if (!may) {
            context.report(
                    Code.NOT_BY_READING,
                    stated.place(),
                    "such a statement cannot belong to one reading only",
                    "let definitions, states, zones, clauses and rules depend on the reading");
        }
        return may;
    }

    /** @param reading empty if the prefix was wrong: then nothing can be said of the variants */
    void add(String what, Optional<Reading> reading, Token name) {
        if (reading.isEmpty()) {
            unreadable.add(what);
        } else {
            variants.computeIfAbsent(what, k -> new ArrayList<>()).add(new Variant(reading.get(), name));
        }
    }

    void checkVariants() {
        variants.forEach((what, all) -> {
            if (unreadable.contains(what)) {
                return;
            }
            if (all.size() > 1 || !all.getFirst().reading().answers().isEmpty()) {
                check(what, all);
            }
        });
    }

    private void check(String what, List<Variant> all) {
        if (!isDisjoint(what, all)) {
            return;
        }
        Set<String> questions = new TreeSet<>();
        all.forEach(v -> questions.addAll(v.reading().answers().keySet()));
        BigInteger covered =
                all.stream().map(v -> combinations(questions, v.reading())).reduce(BigInteger.ZERO, BigInteger::add);
        if (covered.equals(combinations(questions, Reading.NONE))) {
            return;
        }
        Variant last = all.getLast();
        String missing = firstMissing(List.copyOf(questions), all)
                .map(r -> " `" + asWritten(r) + "`")
                .orElse(" some readings");
        boolean clause = what.startsWith("clause ");
        context.report(
                clause ? Code.CLAUSE_OF_SOME_READINGS : Code.VARIANT_MISSING,
                last.name(),
                clause
                        ? "under" + missing + " there is no clause `" + nameOf(what) + "`"
                        : "`" + nameOf(what) + "` is not said for" + missing,
                clause
                        ? "if it is meant there as well, add a statement that begins with" + missing
                                + "; if it is not, say so: `"
                                + missing.replace("`", "").strip() + ", " + nameOf(what)
                                + " is not there`"
                        : "if it is meant there as well, add a statement that begins with" + missing);
    }

    private static String nameOf(String what) {
        return what.substring(what.indexOf(' ') + 1);
    }

    private static String asWritten(Reading reading) {
        List<String> parts = new ArrayList<>();
        reading.answers().forEach((q, a) -> parts.add(q + " as " + a));
        return "read " + String.join(" and ", parts);
    }

    private BigInteger combinations(Set<String> questions, Reading fixed) {
        BigInteger product = BigInteger.ONE;
        for (String question : questions) {
            if (!fixed.answers().containsKey(question)) {
                product = product.multiply(BigInteger.valueOf(answers(question).size()));
            }
        }
        return product;
    }

    private List<String> answers(String question) {
        Question known = context.names.questions.get(question);
        return known == null ? List.of() : known.answers();
    }

    private boolean isDisjoint(String what, List<Variant> all) {
        Set<Reading> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Variant one = all.get(i);
            if (i == MOST_VARIANTS) {
                context.report(
                        Code.VARIANTS_OVERLAP,
                        one.name(),
                        "`" + nameOf(what) + "` has more than " + MOST_VARIANTS
                                + " statements for different answers: they are not compared with one another any more",
                        "let it hang on fewer answers");
                return false;
            }
            Optional<Variant> clash = !seen.add(one.reading())
                    ? Optional.of(all.getFirst())
                    : all.subList(0, i).stream()
                            .filter(v -> overlap(v.reading(), one.reading()))
                            .findFirst();
            if (clash.isPresent()) {
                reportOverlap(what, clash.get(), one);
                return false;
            }
        }
        return true;
    }

    static boolean overlap(Reading a, Reading b) {
        return a.answers().entrySet().stream()
                .allMatch(
                        e -> b.answers().getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }

    private void reportOverlap(String what, Variant first, Variant second) {
        boolean clause = what.startsWith("clause ");
        boolean plain = first.reading().answers().isEmpty()
                && second.reading().answers().isEmpty();
        Code code = !plain ? Code.VARIANTS_OVERLAP : clause ? Code.CLAUSE_TWICE : Code.DECLARED_TWICE;
        String place = Names.whereIs(first.name(), second.name());
        context.report(
                code,
                second.name(),
                plain
                        ? "`" + nameOf(what) + "` is already " + place
                        : "`" + nameOf(what) + "` is already " + place + " for the same reading",
                plain
                        ? clause ? "give the clause another number" : "give one of the two another name"
                        : "give each answer one statement: begin it with `read ... as ...,`");
    }

    private Optional<Reading> firstMissing(List<String> questions, List<Variant> all) {
        int[] at = new int[questions.size()];
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            Map<String, String> answers = new TreeMap<>();
            for (int i = 0; i < at.length; i++) {
                answers.put(questions.get(i), answers(questions.get(i)).get(at[i]));
            }
            Reading reading = new Reading(answers);
            if (all.stream().noneMatch(v -> v.reading().isPartOf(reading))) {
                return Optional.of(reading);
            }
            int i = 0;
            while (i < at.length && ++at[i] == answers(questions.get(i)).size()) {
                at[i++] = 0;
            }
            if (i == at.length) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
