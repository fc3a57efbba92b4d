package holdfast.drafting.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How Word prints a number: the forms of {@code ST_NumberFormat} (ISO/IEC 29500-1, 17.18.59) that agreements are numbered by. */
final class NumberForm {
    private static final String RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private static final String UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private NumberForm() {}

    /** Empty where the form is not known; it is then printed in digits. */
    static Optional<String> print(String form, int number) {
        return switch (form) {
            case "decimal" -> Optional.of(String.valueOf(number));
            case "decimalZero" -> Optional.of(number < 10 ? "0" + number : String.valueOf(number));
            case "lowerRoman" -> Optional.of(roman(number).toLowerCase(Locale.ROOT));
            case "upperRoman" -> Optional.of(roman(number));
            case "lowerLetter" -> Optional.of(letter("abcdefghijklmnopqrstuvwxyz", number));
            case "upperLetter" -> Optional.of(letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number));
            case "russianLower" -> Optional.of(letter(RUSSIAN, number));
            case "russianUpper" -> Optional.of(letter(RUSSIAN, number).toUpperCase(Locale.ROOT));
            case "ukrainianLower" -> Optional.of(letter(UKRAINIAN, number));
            case "ukrainianUpper" -> Optional.of(letter(UKRAINIAN, number).toUpperCase(Locale.ROOT));
            case "ordinal" -> Optional.of(number + ending(number));
            case "cardinalText" -> Optional.of(capital(cardinal(number)));
            case "ordinalText" -> Optional.of(capital(ordinal(number)));
            case "none" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    static String roman(int number) {
        if (number <= 0 || number > 3999) {
            return String.valueOf(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN[i]) {
                roman.append(ROMAN_SIGNS[i]);
                rest -= ROMAN[i];
            }
        }
        return roman.toString();
    }

    /** Behind the last letter each is doubled: y, z, aa, bb. */
    private static String letter(String alphabet, int number) {
        if (number <= 0) {
            return String.valueOf(number);
        }
        int at = (number - 1) % alphabet.length();
        int times = Math.min(9, (number - 1) / alphabet.length() + 1);
        return alphabet.substring(at, at + 1).repeat(times);
    }

    private static String ending(int number) {
        boolean teen = number % 100 / 10 == 1;
        return teen
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String cardinal(int number) {
        if (number < 0 || number >= 100) {
            return String.valueOf(number);
        }
        if (number < 20) {
            return ONES.get(number);
        }
        return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + ONES.get(number % 10));
    }

    private static String ordinal(int number) {
        if (number < 0 || number >= 100) {
            return number + ending(number);
        }
        if (number < 20) {
            return ORDINALS.get(number);
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0
                ? tens.substring(0, tens.length() - 1) + "ieth"
                : tens + "-" + ORDINALS.get(number % 10);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
