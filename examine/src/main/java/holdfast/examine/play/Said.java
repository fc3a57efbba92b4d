package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a text says to those who play it, statement by statement, without where it stands and under which answers: two texts, or one under different answers, that say the same are
 * played the same way. Whoever changes one clause leaves what does not concern that clause as it was.
 */
public final class Said {
    private final Agreement agreement;
    private final Numbers numbers;
    private final List<Integer> always;
    private final Map<Object, Integer> known = new IdentityHashMap<>();

    /** Gives statements that say the same one number. Safe for use by several threads. */
    public static final class Numbers {
        private final Map<Object, Integer> numbers = new ConcurrentHashMap<>();
        private final AtomicInteger last = new AtomicInteger();

        int of(Object said) {
            return numbers.computeIfAbsent(said, s -> last.incrementAndGet());
        }
    }

    public Said(Agreement agreement, Numbers numbers) {
        this.agreement = agreement;
        this.numbers = numbers;
        this.always = List.of(
                number(agreement.zone()),
                number(agreement.actors()),
                number(agreement.groups()),
                number(agreement.measures()),
                number(agreement.layers()),
                number(agreement.events()),
                number(agreement.undefinedTerms()),
                number(agreement.kinds().toString()));
        List.of(
                        agreement.bodies(),
                        agreement.definitions(),
                        agreement.levels(),
                        agreement.states(),
                        agreement.zones(),
                        agreement.norms(),
                        agreement.rules())
                .forEach(some -> some.forEach(statement -> known.put(statement, number(statement))));
    }

    private int number(Object statement) {
        return numbers.of(of(statement));
    }

    /** What is said under these answers with these clauses only. */
    public List<Object> under(Reading reading, Set<String> clauses) {
        Agreement kept = agreement.under(reading);
        return List.of(
                always,
                numbers(kept.bodies()),
                numbers(kept.definitions()),
                numbers(kept.levels()),
                numbers(kept.states()),
                numbers(kept.zones()),
                numbers(kept.norms().stream()
                        .filter((Norm n) -> clauses.contains(n.id()))
                        .toList()),
                numbers(kept.rules().stream().filter(Said::isPlayed).toList()));
    }

    private List<Integer> numbers(List<?> statements) {
        return statements.stream().map(known::get).toList();
    }

    /** What the drafters know and accept, and what was promised for later, changes nothing of what anybody can do. */
    private static boolean isPlayed(Rule rule) {
        return !(rule instanceof Rule.Accepts) && !(rule instanceof Rule.Readiness);
    }

    /** It goes through the components of records, so that it leaves out nothing that the model may come to hold. */
    public static Object of(Object value) {
        return switch (value) {
            case Zone.FromFile file ->
                List.of("file", file.name(), file.feature(), file.sha256(), of(file.stood()), of(file.edge()));
            case Optional<?> optional -> optional.map(o -> List.of(of(o))).orElse(List.of());
            case Set<?> set ->
                set.stream().map(Said::of).map(Object::toString).sorted().toList();
            case Collection<?> list -> list.stream().map(Said::of).toList();
            case java.lang.Record made -> ofRecord(made);
            default -> value;
        };
    }

    private static Object ofRecord(java.lang.Record made) {
        List<Object> all = new ArrayList<>();
        all.add(made.getClass());
        for (Object component : Components.of(made)) {
            if (!(component instanceof Origin) && !(component instanceof Reading)) {
                all.add(of(component));
            }
        }
        return all;
    }
}
