package holdfast.examine.text;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Kinds;
import holdfast.language.model.Pattern;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.reading.Walk;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What sort of thing each name of a text stands for: as the text says it, and only where it does not, as the name sounds. What was taken from a name is kept, with what it
 * was asked for, so that it can be shown. Where the text says of one act that it is of a kind, it has said which are; and whatever it says something of is that and no more.
 */
public final class Understood {
    private final Agreement agreement;
    private final Kinds said;
    private final Walk walk;
    private final Map<Guess, Set<String>> guesses = new TreeMap<>(
            Comparator.comparing(Guess::kind).thenComparing(Guess::name).thenComparing(Guess::word));
    private String asker = "";

    /**
     * Something that was taken from a name.
     *
     * @param word with which a word of the name begins
     */
    public record Guess(Kind kind, String name, String word) {}

    public Understood(Agreement agreement) {
        this.agreement = agreement;
        this.said = agreement.kinds();
        this.walk = new Walk(agreement);
    }

    /** Who asks from now on: a finding by its code, or the table. */
    public void askedBy(String asker) {
        this.asker = asker;
    }

    /** What was taken from names so far, and what for. */
    public Map<Guess, Set<String>> guesses() {
        return guesses;
    }

    /** Whether an act is of a kind: itself, or something of which it is made. */
    public boolean is(Kind kind, Pattern act) {
        Optional<Set<Kind>> own = said.ofName(act.event());
        if (own.isPresent()) {
            return own.get().contains(kind);
        }
        boolean defined =
                agreement.definitions().stream().anyMatch(d -> d.name().equals(act.event()));
        if (!defined) {
            return isEvent(kind, act.event());
        }
        return isEvent(kind, act.event())
                || walk.from(act).patterns().stream()
                        .map(Pattern::event)
                        .filter(e -> !e.equals(act.event()))
                        .distinct()
                        .anyMatch(e -> isEvent(kind, e));
    }

    /** Whether an event, by its own name, is of a kind. */
    public boolean isEvent(Kind kind, String event) {
        Optional<Set<Kind>> own = said.ofName(event);
        if (own.isPresent() || said.saysOfAnyName(kind)) {
            return own.filter(k -> k.contains(kind)).isPresent();
        }
        return guessed(kind, event, event);
    }

    /** Whether an act is for asking: words alone, as the text says it, and only where it says it of no event, as the name sounds. */
    public static boolean isAsking(Agreement agreement, String event) {
        Kinds said = agreement.kinds();
        Optional<Set<Kind>> own = said.ofName(event);
        return own.map(k -> k.contains(Kind.TALK) || k.contains(Kind.PUBLISHING))
                .orElseGet(() ->
                        !said.saysOfAnyName(Kind.TALK) && askingWord(event).isPresent());
    }

    private static Optional<String> askingWord(String event) {
        return Stream.of(Vocabulary.ASKING, Vocabulary.TALK, Vocabulary.PUBLISHING)
                .flatMap(words -> Vocabulary.spokenIn(words, event).stream())
                .findFirst();
    }

    /** Notes that an act was taken for asking, if it was because of its name. */
    public void wasTakenForAsking(String event) {
        if (said.ofName(event).isEmpty() && isAsking(agreement, event)) {
            askingWord(event)
                    .ifPresent(w -> guesses.computeIfAbsent(new Guess(Kind.TALK, event, w), g -> new TreeSet<>())
                            .add(asker));
        }
    }

    private boolean guessed(Kind kind, String name, String text) {
        Optional<String> word = Vocabulary.spokenIn(words(kind), text);
        word.ifPresent(w -> guesses.computeIfAbsent(new Guess(kind, name, w), g -> new TreeSet<>())
                .add(asker));
        return word.isPresent();
    }

    private static List<String> words(Kind kind) {
        return switch (kind) {
            case WATCHING -> Vocabulary.WATCHING;
            case ACCESS -> Vocabulary.ACCESS;
            case DENIAL -> Vocabulary.DENIAL;
            case TALK -> Vocabulary.TALK;
            case FORCE -> List.of();
            case PAYMENT -> Vocabulary.PAYING;
            case CONSENT -> Vocabulary.CONSENT;
            case SIGNATURE -> Vocabulary.SIGNATURE;
            case PUBLISHING -> Vocabulary.PUBLISHING;
            case ARMED_GROUP -> Vocabulary.ARMED_GROUP;
            case PLACE -> Vocabulary.PLACES_IN_NAMES;
            case MISSION -> List.of();
            case OTHER -> List.of();
        };
    }

    /** Whether a measure is of a kind. */
    public boolean isMeasure(Kind kind, String measure) {
        Optional<Set<Kind>> own = said.ofMeasure(measure);
        if (own.isPresent() || said.saysOfAnyMeasure(kind)) {
            return own.filter(k -> k.contains(kind)).isPresent();
        }
        return guessed(kind, measure, measure);
    }

    public boolean isTalk(String measure) {
        return isMeasure(Kind.TALK, measure);
    }

    /** Whether something follows, and it is more than talk. */
    public boolean isFirm(Optional<String> measure) {
        return measure.isPresent() && !isTalk(measure.get());
    }

    /** Whether keeping somebody out who watches is what this event is. Where the text says what a denial is, it need not say of what. */
    public boolean isDenialOfAccess(EventType event) {
        boolean told = said.ofName(event.name()).isPresent() || said.saysOfAnyName(Kind.DENIAL);
        return told
                ? isEvent(Kind.DENIAL, event.name())
                : isEvent(Kind.DENIAL, event.name())
                        && (said.saysOfAnyName(Kind.ACCESS) || isEvent(Kind.ACCESS, event.name()));
    }

    public boolean isArmedGroup(Actor actor) {
        Optional<Set<Kind>> own = said.ofName(actor.name());
        if (own.isPresent() || said.saysOfAnyName(Kind.ARMED_GROUP)) {
            return own.filter(k -> k.contains(Kind.ARMED_GROUP)).isPresent();
        }
        return guessed(Kind.ARMED_GROUP, actor.name(), actor.name())
                || guessed(Kind.ARMED_GROUP, actor.name(), actor.title());
    }

    public boolean isPlace(UndefinedTerm term) {
        Optional<Set<Kind>> own = said.ofName(term.name());
        if (own.isPresent() || said.saysOfAnyName(Kind.PLACE)) {
            return own.filter(k -> k.contains(Kind.PLACE)).isPresent();
        }
        if (guessed(Kind.PLACE, term.name(), term.name())) {
            return true;
        }
        Optional<String> word = Vocabulary.spokenIn(Vocabulary.PLACES_IN_TEXTS, term.text());
        word.ifPresent(w -> guesses.computeIfAbsent(new Guess(Kind.PLACE, term.name(), w), g -> new TreeSet<>())
                .add(asker));
        return word.isPresent();
    }
}
