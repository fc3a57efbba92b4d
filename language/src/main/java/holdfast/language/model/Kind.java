package holdfast.language.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing something is, as far as the text says it. It is for the examiner: no verdict depends on it. */
public enum Kind {
    /** An act of looking on, on the ground. */
    WATCHING(Of.EVENT),
    /** Being let in, or what is let in. */
    ACCESS(Of.EVENT),
    /** Keeping those out who watch. */
    DENIAL(Of.EVENT),
    /** Words alone. */
    TALK(Of.MEASURE),
    /** The use of armed force. */
    FORCE(Of.MEASURE),
    PAYMENT(Of.EVENT),
    /** An act by which somebody binds itself for good, or by which somebody above them binds all. */
    CONSENT(Of.EVENT),
    /** An act by which somebody says that it will be bound. */
    SIGNATURE(Of.EVENT),
    /** Telling others what was seen or found. */
    PUBLISHING(Of.EVENT),
    ARMED_GROUP(Of.ACTOR),
    /** Sent by others; it guarantees nothing by itself. */
    MISSION(Of.ACTOR),
    PLACE(Of.TERM),
    /** None of these, whatever its name sounds like. */
    OTHER(Of.ANY);

    /** What may be of a kind. */
    public enum Of {
        EVENT,
        MEASURE,
        ACTOR,
        TERM,
        ANY
    }

    private final Of of;

    Kind(Of of) {
        this.of = of;
    }

    /** How the text writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Events may be all that measures may be: an event that is no measure can be talk. */
    public boolean fits(Of what) {
        return of == Of.ANY || of == what || (of == Of.MEASURE && what == Of.EVENT);
    }

    public static Optional<Kind> of(String word, Of what) {
        return Arrays.stream(values())
                .filter(k -> k.word().equals(word) && k.fits(what))
                .findFirst();
    }

    public static List<String> words(Of what) {
        return Arrays.stream(values()).filter(k -> k.fits(what)).map(Kind::word).toList();
    }
}
