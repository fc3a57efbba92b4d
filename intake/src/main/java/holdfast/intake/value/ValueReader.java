package holdfast.intake.value;

import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.model.Values;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns texts into values of the type that the agreement's event declares. Values that come again are the same object. */
public final class ValueReader {
    private static final int MOST_KEPT = 20_000;
    /** As in a text. */
    private static final BigDecimal LARGEST = new BigDecimal("9000000000000");

    private static final int DECIMALS = 6;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,20})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final AgreementNames names;
    private final Problems problems;
    private NumberForm numbers = NumberForm.PLAIN;
    private @Nullable DateOrder dates;
    private final Map<String, Known> places = new HashMap<>();
    private final Map<ValueType, Map<String, Value>> kept = new EnumMap<>(ValueType.class);
    private final PlainValues plain = new PlainValues();
    private final char[] signs = new char[24];

    public ValueReader(AgreementNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
        for (ValueType type : ValueType.values()) {
            kept.put(type, new HashMap<>());
        }
    }

    /** How numbers are written in the file. */
    public void numbers(NumberForm form) {
        numbers = form;
    }

    /** Whether a number is what its digits say. */
    public boolean hasPlainNumbers() {
        return numbers.isPlain();
    }

    public void dates(@Nullable DateOrder order) {
        dates = order;
    }

    /** As {@link #value}, of signs of which none is to be put otherwise ({@link SignsOfCells#isPlain}). */
    @Nullable
    public Value plain(ValueType type, char[] signs, int from, int to, long line, String column) {
        if (type == ValueType.NUMBER) {
            Value number = numbers.isPlain() ? plain.number(signs, from, to) : null;
            return number == null ? value(type, new String(signs, from, to - from), line, column) : number;
        }
        Value again = plain.kept(type, signs, from, to);
        if (again != null) {
            return again;
        }
        Value value = value(type, new String(signs, from, to - from), line, column);
        if (value != null) {
            plain.keep(type, signs, from, to, value);
        }
        return value;
    }

    /** As {@link #value}, sooner where it is a number of a few digits. */
    @Nullable
    public Value plain(ValueType type, String text, long line, String column) {
        int length = text.length();
        if (type == ValueType.NUMBER && numbers.isPlain() && length <= signs.length) {
            text.getChars(0, length, signs, 0);
            Value number = plain.number(signs, 0, length);
            if (number != null) {
                return number;
            }
        }
        return value(type, text, line, column);
    }

    /** The value, or null where the text is none of that type: the problem has then been told. A place is one without coordinates. */
    @Nullable
    public Value value(ValueType type, String written, long line, String column) {
        // Letters with their marks apart look the same and are meant to be the same.
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        Map<String, Value> known = kept.getOrDefault(type, Map.of());
        Value again = known.get(text);
        if (again != null) {
            return again;
        }
        Value value = switch (type) {
            case PARTY -> party(text, line, column);
            case NUMBER -> number(text, line, column);
            case TEXT -> new Value.Text(text);
            case DATE -> date(text, line, column);
            case PLACE -> new Value.NamedPlace(text);
            case ZONE -> zone(text, line, column);
            case BREACH -> new Value.Reference(text);
        };
        if (value != null && known.size() < MOST_KEPT) {
            known.put(text, value);
        }
        return value;
    }

    /** Whether the attribute may have this value: votes and decisions have few, and a misspelt one would decide something else. */
    public boolean isAmongValues(String event, String attribute, @Nullable Value value, long line, String column) {
        List<String> values = Values.of(event, attribute);
        if (values.isEmpty() || !(value instanceof Value.Text(String text)) || values.contains(text)) {
            return true;
        }
        String near = LookAlike.skeleton(text.strip().toLowerCase(Locale.ROOT));
        problems.error(
                RecordCode.NOT_A_CHOICE,
                line,
                column,
                UserWords.quoted(text) + " is no " + attribute + " of a `" + event + "`",
                "`" + String.join("` or `", values) + "`",
                values.contains(near) ? "did you mean `" + near + "`?" : "");
        return false;
    }

    private @Nullable Value party(String text, long line, String column) {
        return actor(text, line, column) ? new Value.Actor(text) : null;
    }

    /** Whether this is an actor or a body of the agreement, or {@code unattributed}; if not, that is told. */
    public boolean actor(String text, long line, String column) {
        if (names.parties.contains(text)) {
            return true;
        }
        problems.error(
                RecordCode.UNKNOWN_ACTOR,
                line,
                column,
                UserWords.quoted(text) + " is no actor of the agreement",
                "an actor or a body, or `unattributed`",
                DidYouMean.mendOrList(text, names.parties, "there are"));
        return false;
    }

    private @Nullable Value number(String written, long line, String column) {
        String text = numbers.plain(written);
        boolean doubtful = numbers.isDoubtful(written);
        if (!doubtful && NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.abs().compareTo(LARGEST) > 0) {
                problems.error(
                        RecordCode.NO_NUMBER,
                        line,
                        column,
                        UserWords.quoted(text) + " is too large",
                        "a number of at most 9_000_000_000_000",
                        "count in a larger unit, such as thousands or millions, in the text and in the records");
                return null;
            }
            if (number.scale() <= DECIMALS) {
                return new Value.Number(number);
            }
        }
        boolean fine = !doubtful && NUMBER.matcher(text).matches();
        problems.error(
                RecordCode.NO_NUMBER,
                line,
                column,
                UserWords.quoted(written)
                        + (doubtful
                                ? " can be a number with decimals, or a thousand and more"
                                : fine ? " has more than six decimals" : " is no number"),
                "digits, with at most six decimals behind a `" + (numbers.decimal() == ',' ? "," : ".") + "`",
                numbers.mend(written));
        return null;
    }

    private @Nullable Value date(String written, long line, String column) {
        DateOrder.Written ordered = dates == null ? null : dates.read(written);
        String text = ordered == null || ordered.milliOfDay() >= 0
                ? written
                : ordered.date().toString();
        if (DATE.matcher(text).matches()) {
            try {
                return new Value.Day(LocalDate.parse(text));
            } catch (DateTimeException e) {
                // 30 February: told below.
            }
        }
        NoTime reason = NoTime.of(text);
        problems.error(
                RecordCode.NO_DATE,
                line,
                column,
                UserWords.quoted(text) + " is no date" + (reason.why().isEmpty() ? "" : ": " + reason.why()),
                "a date such as 2015-02-15",
                reason.mend());
        return null;
    }

    private @Nullable Value zone(String text, long line, String column) {
        if (names.zones.contains(text)) {
            return new Value.ZoneName(text);
        }
        problems.error(
                RecordCode.UNKNOWN_ZONE,
                line,
                column,
                UserWords.quoted(text) + " is no zone of the agreement",
                "",
                DidYouMean.mendOrList(text, names.zones, "there are"));
        return null;
    }

    /** The last point of each name, as it was written. */
    private record Known(String latitude, String longitude, Value place) {}

    /** A place with coordinates, or null where they are none. */
    @Nullable
    public Value place(String name, String latitude, String longitude, long line, String column) {
        Known known = places.get(name);
        if (known != null && known.latitude.equals(latitude) && known.longitude.equals(longitude)) {
            return known.place;
        }
        Value place = readPlace(name, latitude, longitude, line, column);
        if (place != null && places.size() < MOST_KEPT) {
            places.put(name, new Known(latitude, longitude, place));
        }
        return place;
    }

    private @Nullable Value readPlace(String name, String latitude, String longitude, long line, String column) {
        double lat = degrees(numbers.plain(latitude), 90);
        double lon = degrees(numbers.plain(longitude), 180);
        if (Double.isNaN(lat) || Double.isNaN(lon)) {
            problems.error(
                    RecordCode.NO_PLACE,
                    line,
                    column,
                    UserWords.quoted(latitude) + ", " + UserWords.quoted(longitude) + " is no point",
                    "latitude from -90 to 90 and longitude from -180 to 180, in degrees",
                    latitude.isEmpty() || longitude.isEmpty()
                            ? "give both or neither"
                            : latitude.matches("-?[0-9]+,[0-9]+")
                                    ? "a mapping can say `decimal comma`"
                                    : NoNumber.degreesMend(latitude, longitude));
            return null;
        }
        return new Value.Place(lat, lon, name);
    }

    private static double degrees(String text, double limit) {
        if (text.length() > 40 || text.isEmpty()) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.-+eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double degrees = Double.parseDouble(text);
            return Math.abs(degrees) <= limit ? degrees : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether a finding may say this; if not, that is told. */
    public boolean result(@Nullable String term, String result, long line, String column) {
        if (names.isResult(term, result)) {
            return true;
        }
        problems.error(
                RecordCode.UNKNOWN_RESULT,
                line,
                column,
                UserWords.quoted(result) + " is no result",
                String.join(", ", names.results(term)),
                DidYouMean.mend(result, names.results(term)));
        return false;
    }

    public boolean clause(String clause, long line, String column) {
        return known(names.clauses, clause, "is no clause of the agreement", line, column);
    }

    public boolean term(String term, long line, String column) {
        return known(names.terms, term, "is no undefined term and no question of the agreement", line, column);
    }

    private boolean known(java.util.Set<String> known, String written, String trouble, long line, String column) {
        if (known.contains(written)) {
            return true;
        }
        problems.error(
                RecordCode.UNKNOWN_CLAUSE_OR_TERM,
                line,
                column,
                UserWords.quoted(written) + " " + trouble,
                "",
                DidYouMean.mendOrList(written, known, "there are"));
        return false;
    }
}
