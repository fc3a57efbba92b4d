package holdfast.record.canonical;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as ECMAScript writes them, which RFC 8785 asks for: the fewest digits that mean this very number. */
final class CanonicalNumber {
    private CanonicalNumber() {}

    static String of(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        // The point stands before the digit with this place, from 1.
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + placed(digits, point);
    }

    /** Java gives at least two digits, which matters only where one would do: next to the smallest number there is. */
    private static BigDecimal shortest(double number) {
        BigDecimal java = new BigDecimal(Double.toString(number));
        BigDecimal one = java.round(new java.math.MathContext(1));
        return one.doubleValue() == number ? one : java;
    }

    private static String placed(String digits, int point) {
        int n = digits.length();
        if (n <= point && point <= 21) {
            return digits + "0".repeat(point - n);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        return digits.charAt(0) + (n == 1 ? "" : "." + digits.substring(1)) + "e" + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }

    /** The number, if JSON can hold it without loss; empty where it has more digits than a double. */
    static Optional<Json> exactly(BigDecimal number) {
        double as = number.doubleValue();
        return Double.isFinite(as) && new BigDecimal(of(as)).compareTo(number) == 0
                ? Optional.of(new Json.Number(as))
                : Optional.empty();
    }
}
