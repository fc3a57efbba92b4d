package holdfast.examine.check;

import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import holdfast.examine.subject.Unmeasured;
import holdfast.examine.text.Understood;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Guarantors;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was taken for granted of this text because it does not say it: what its names stand for, and who guarantees. Each is said with what it decided and how to say otherwise. */
public final class Assumptions {
    private Assumptions() {}

    public static List<String> of(Subject subject) {
        List<String> said = new ArrayList<>();
        Map<Kind, List<Understood.Guess>> byKind = new LinkedHashMap<>();
        Map<Kind, Set<String>> askers = new LinkedHashMap<>();
        subject.understood().guesses().forEach((guess, asked) -> {
            byKind.computeIfAbsent(guess.kind(), k -> new ArrayList<>()).add(guess);
            askers.computeIfAbsent(guess.kind(), k -> new TreeSet<>()).addAll(asked);
        });
        byKind.forEach((kind, guesses) -> said.add("taken for " + words(kind) + " because of "
                + (guesses.size() == 1 ? "its name" : "their names") + ": "
                + Wording.and(guesses.stream()
                        .map(g -> "`" + g.name() + "`")
                        .distinct()
                        .toList())
                + " (it decides in " + Wording.and(askers.getOrDefault(kind, Set.of())) + "); "
                + otherwise(subject.agreement(), kind, guesses.getFirst())));
        if (subject.watch().isEmpty() && !subject.agreement().kinds().saysOfAnyName(Kind.WATCHING)) {
            Set<String> acts = actsOfOthers(subject);
            if (!acts.isEmpty()) {
                said.add(
                        "nobody is taken to watch: of " + Wording.and(acts)
                                + " the text does not say, and the name does not, that it is watching; where one is, say `event NAME(...) is watching`");
            }
        }
        unmeasured(subject.agreement()).ifPresent(said::add);
        actors(subject.agreement()).ifPresent(said::add);
        return said;
    }

    /** What somebody who is no party must or may do, that is no measure and of which nothing says what it is. */
    private static Set<String> actsOfOthers(Subject subject) {
        Agreement agreement = subject.agreement();
        List<String> parties = agreement.members("party").orElse(List.of());
        Set<String> acts = new TreeSet<>();
        for (Norm norm : agreement.norms()) {
            boolean act = Duties.demandsAct(norm) || Duties.isPermission(norm);
            boolean byOthers = Roles.bearers(norm).stream()
                    .flatMap(java.util.Optional::stream)
                    .anyMatch(b -> !parties.contains(b));
            if (act && byOthers && subject.kinds().measure(norm).isEmpty()) {
                Duties.act(norm)
                        .map(Pattern::event)
                        .filter(e -> agreement.kinds().ofName(e).isEmpty())
                        .ifPresent(e -> acts.add("`" + e + "`"));
            }
        }
        return acts;
    }

    private static String words(Kind kind) {
        return kind.word().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String otherwise(Agreement agreement, Kind kind, Understood.Guess first) {
        boolean measure = agreement.measures().contains(first.name());
        return switch (kind) {
            case TALK, FORCE ->
                !measure
                        ? "the text can say it: `event " + first.name() + "(...) is " + kind.word() + "`, or `is other`"
                        : "the text can say it: `measures from weakest: " + first.name() + " (" + kind.word()
                                + "), ...`, or `(other)`";
            case ARMED_GROUP, MISSION ->
                "the text can say it: `actor " + first.name() + " is " + kind.word() + "`, or `is other`";
            case PLACE -> "the text can say it: `undefined " + first.name() + " is place`, or `is other`";
            case WATCHING, ACCESS, DENIAL, PAYMENT, CONSENT, SIGNATURE, PUBLISHING, OTHER ->
                "the text can say it: `event " + first.name() + "(...) is " + kind.word() + "`, or `is other`";
        };
    }

    /** What guarantors must do after a breach, and what the table does not count. */
    private static java.util.Optional<String> unmeasured(Agreement agreement) {
        List<Norm> clauses = Unmeasured.clauses(agreement);
        if (clauses.isEmpty()) {
            return java.util.Optional.empty();
        }
        List<String> acts = Unmeasured.acts(clauses);
        List<String> measures = new ArrayList<>(agreement.measures());
        acts.stream().map(a -> measures.contains(a) ? a + "_measure" : a).forEach(measures::add);
        return java.util.Optional.of(Wording.and(
                        acts.stream().map(a -> "`" + a + "`").toList())
                + (acts.size() == 1 ? " is" : " are") + " owed by guarantors ("
                + Wording.and(clauses.stream().map(Norm::id).distinct().toList())
                + "), and the text does not say that " + (acts.size() == 1 ? "it is a measure" : "they are measures")
                + ": the table counts nothing of it; say `measures from weakest: " + String.join(", ", measures)
                + "` in the right order, and "
                + acts.stream()
                        .map(a -> "`event " + a + "(...) is "
                                + (agreement.measures().contains(a) ? a + "_measure" : a) + "`")
                        .collect(Collectors.joining(", "))
                + "; or `is other` where it is none");
    }

    /** Whoever gives measures and is no guarantor: what is asked of guarantors only was not asked of it. */
    private static java.util.Optional<String> actors(Agreement agreement) {
        Set<String> others = Guarantors.ofMeasuresByOthers(agreement);
        boolean guaranteed = agreement.actors().stream().anyMatch(a -> a.role() == Actor.Role.GUARANTOR);
        return others.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        others.stream().map(o -> "`" + o + "`").collect(Collectors.joining(", "))
                                + (others.size() == 1 ? " gives" : " give") + " measures and "
                                + (others.size() == 1 ? "is" : "are")
                                + " neither party nor guarantor, so that "
                                + Wording.and(Catalogue.numbers(Check::asksWhoGuarantees)) + " "
                                + (guaranteed
                                        ? "look past " + (others.size() == 1 ? "it" : "them")
                                        : "have nobody to look at")
                                + "; say `guarantor NAME` if it guarantees the text, `actor NAME made up of ...` if it is the force of others, `actor NAME is mission` if neither");
    }
}
