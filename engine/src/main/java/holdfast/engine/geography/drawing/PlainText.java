package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.LookAlike;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name or a value of a map, however its letters and blanks are written. */
public final class PlainText {
    /** They show which way text runs, where it may break, or nothing at all. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:[\\s\\p{Pd}\\p{Pc}'\\u2018\\u2019\\u02BC`\"]|(?<!\\d)\\.|\\.(?!\\d))+");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

    private PlainText() {}

    /** Letters written in one piece or in two are the same; marks that nobody sees, blanks at the ends and how many there are between words make no difference. */
    public static String of(String written) {
        String seen = UNSEEN.matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /** As {@link #of}; and a number is one number, however it is written: 1 and 1.0. */
    public static String number(String written) {
        String plain = of(written);
        return NUMBER.matcher(plain).matches()
                ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
                : plain;
    }

    /** Two names with one likeness are one name, written in two ways: in capitals or not, with blanks or hyphens or neither, with accents or not, with letters of another alphabet that look the same. */
    public static String likeness(String written) {
        String letters =
                LookAlike.skeleton(number(written)).toLowerCase(Locale.ROOT).replace('\u0131', 'i');
        String plain = ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        String together = BETWEEN.matcher(LookAlike.skeleton(plain)).replaceAll("");
        return together.isEmpty() ? of(written) : together;
    }
}
