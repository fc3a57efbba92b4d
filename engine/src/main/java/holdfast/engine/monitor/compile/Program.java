package holdfast.engine.monitor.compile;

import holdfast.engine.geography.Geography;
import holdfast.engine.geography.Shape;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.reading.Duties;
import holdfast.language.reading.QuietGaps;
import holdfast.language.reading.Variables;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An agreement read for its monitors, apart from any state: what every monitor of the text would look up again is looked up once. Whoever plays thousands of histories
 * makes one program and a monitor of it for each. Safe for use by several threads.
 */
public final class Program {
    final Agreement agreement;
    final Map<String, EventType> types;

    /** Of the text of which this is a part, or that differs from it in its clauses; itself where there is none. */
    private final Program whole;

    /** Null where the text has no question. */
    final @Nullable Hanging hanging;

    /** By clause, the questions on which it hangs. */
    final Map<String, Set<String>> hangs;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Reading, Text> texts = new ConcurrentHashMap<>();

    /** Of a whole text: the ground that it names, under each answer to every question. */
    private final Map<Reading, Map<String, Shape>> grounds = new ConcurrentHashMap<>();

    private Program(Agreement agreement, @Nullable Program whole) {
        this.agreement = agreement;
        this.whole = whole == null ? this : whole.whole;
        this.types = whole == null ? agreement.eventTypes() : whole.types;
        // Without a question nothing hangs on any, and there is nothing to follow through the text.
        this.hanging = agreement.questions().isEmpty() ? null : Hanging.in(agreement);
        this.hangs = hanging == null ? Map.of() : hanging.byClause();
        agreement.norms().forEach(n -> places.putIfAbsent(n.id(), places.size()));
    }

    /** Reads an agreement. */
    public static Program of(Agreement agreement) {
        return new Program(agreement, null);
    }

    /**
     * A text that says the same but for its clauses. A monitor of one of the two can tell the other: see {@link holdfast.engine.monitor.Monitor#begin(Program)}.
     *
     * @param clauses some of this text's, or others of the same names, events and states
     */
    public Program with(List<Norm> clauses) {
        return new Program(agreement.withNorms(clauses), this);
    }

    /** Whether the two say the same but for their clauses, and one was made of the other. */
    public boolean isOfOneTextWith(Program other) {
        return whole == other.whole;
    }

    public Agreement agreement() {
        return agreement;
    }

    /** Where a clause stands among the others. */
    public int place(String clause) {
        return places.getOrDefault(clause, places.size());
    }

    /** What remains under one answer to every question. */
    Text under(Reading full) {
        return texts.computeIfAbsent(full, Text::new);
    }

    /** The agreement under one answer to every question, and what its statements say of one another. */
    final class Text {
        final Reading reading;
        final Agreement agreement;
        final Map<String, Shape> shapes;

        /** The conditions while which alone the text is in force. */
        final List<Condition> inForceWhile = new ArrayList<>();

        final Map<String, Definition> definitions = new HashMap<>();
        final Map<String, State> states = new HashMap<>();
        final Map<String, Level> levels = new HashMap<>();
        private final Map<String, List<Norm>> clauses = new HashMap<>();
        private final List<Norm> powers;
        private final Map<ClauseRef, List<Norm>> covered = new ConcurrentHashMap<>();

        private Text(Reading full) {
            this.reading = full;
            this.agreement = Program.this.agreement.under(full);
            this.shapes = whole.grounds.computeIfAbsent(full, r -> Geography.of(agreement));
            agreement.definitions().forEach(d -> definitions.putIfAbsent(d.name(), d));
            agreement.states().forEach(s -> states.putIfAbsent(s.name(), s));
            agreement.levels().forEach(l -> levels.putIfAbsent(l.name(), l));
            for (Rule rule : agreement.rules()) {
                if (rule instanceof Rule.InForceWhile guard) {
                    inForceWhile.add(guard.condition());
                }
            }
            agreement
                    .norms()
                    .forEach(n -> clauses.computeIfAbsent(n.id(), id -> new ArrayList<>())
                            .add(n));
            this.powers = agreement.norms().stream().filter(Duties::isPower).toList();
        }

        /** The powers over a clause. */
        List<Norm> powersOver(String clause) {
            return powers.isEmpty()
                    ? powers
                    : powers.stream()
                            .filter(p -> Duties.power(p).orElseThrow().over().covers(clause))
                            .toList();
        }

        /** Of the answers, those on which a clause hangs. */
        Reading reading(String clause) {
            Map<String, String> answers = new HashMap<>(reading.answers());
            answers.keySet().retainAll(hangs.getOrDefault(clause, Set.of()));
            return answers.isEmpty() ? Reading.NONE : new Reading(answers);
        }

        /** The clauses with this number. */
        List<Norm> clauses(String id) {
            return clauses.getOrDefault(id, List.of());
        }

        /** The clauses that a reference covers, in the order of the text. */
        List<Norm> covered(ClauseRef ref) {
            return covered.computeIfAbsent(
                    ref,
                    r -> agreement.norms().stream()
                            .filter(n -> r.covers(n.id()))
                            .toList());
        }

        /** What the rules say of a clause: the same whatever other clauses there are. */
        Law law(Norm norm) {
            Set<String> finders = new HashSet<>();
            Rule.Silence silence = null;
            Set<Basis> evidence = EnumSet.noneOf(Basis.class);
            for (Rule rule : agreement.rules()) {
                switch (rule) {
                    case Rule.Confirms c
                    when c.of().covers(norm.id()) -> {
                        c.body().ifPresent(finders::add);
                        silence = silence == null && c.body().isPresent()
                                ? c.silence().orElse(null)
                                : silence;
                    }
                    case Rule.Evidence e when e.of().covers(norm.id()) -> evidence.addAll(e.kinds());
                    default -> {}
                }
            }
            return new Law(
                    finders, silence, evidence, QuietGaps.of(agreement, norm).orElse(null), Variables.of(norm));
        }
    }

    /**
     * What the rules of a text say of one clause.
     *
     * @param finders who confirms its breaches
     * @param silence what their silence means; null: nothing
     * @param evidence the kinds of basis that make an act sure; empty: all
     * @param gap after how much quiet its breach is over; null: the text does not say
     * @param variables those that it mentions anywhere
     */
    record Law(
            Set<String> finders,
            Rule.@Nullable Silence silence,
            Set<Basis> evidence,
            @Nullable Span gap,
            Set<String> variables) {}
}
