package holdfast.language.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of an attribute, or a constant in a clause. */
public sealed interface Value {

    /** An actor: a party, a guarantor, another actor or a body, by name; or {@link #UNATTRIBUTED}. */
    record Actor(String name) implements Value {}

    record Text(String text) implements Value {}

    /** A number with at most six decimals. Two are equal if they are numerically equal: the scale is normalised. */
    record Number(BigDecimal number) implements Value {
        public Number {
            if (number.scale() != 0) {
                number = number.stripTrailingZeros();
            }
            if (number.scale() < 0) {
                number = number.setScale(0);
            }
        }

        public static Number of(long n) {
            return new Number(BigDecimal.valueOf(n));
        }
    }

    /** A day in the agreement's zone. */
    record Day(LocalDate date) implements Value {}

    /** A point on WGS84, in degrees; the name is what the source calls the place and may be empty. */
    record Place(double latitude, double longitude, String name) implements Value {}

    /** A place that a source names without coordinates: it counts as missing in every geometric condition. */
    record NamedPlace(String name) implements Value {}

    /** A zone of the agreement, by name. */
    record ZoneName(String name) implements Value {}

    /** What an act is about: the id of a record, or of a clause (semantics, section 4). */
    record Reference(String id) implements Value {}

    Actor UNATTRIBUTED = new Actor("unattributed");
}
