package holdfast.cli.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Says of many values what every shape of switch over types answers, and how records compare. It is loaded twice: as it was compiled, and with plain code. */
final class Shapes implements Supplier<List<String>> {
    private sealed interface Shape {
        default String kind() {
            return switch (this) {
                case Point _ -> "point";
                case Line line -> "line of " + line.length();
                case Pair _ -> "pair";
            };
        }
    }

    private record Point() implements Shape {}

    private record Line(int length) implements Shape {}

    private record Pair(Shape first, Shape second) implements Shape {}

    private enum Colour implements Hue {
        RED,
        GREEN
    }

    private sealed interface Hue {}

    private record Grey(double share) implements Hue {}

    private record Numbers(boolean a, byte b, char c, short d, int e, long f, float g, double h) {}

    private record Boxes(Object any, int[] numbers, String text) {}

    private record Own(int value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own;
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    private static String nested(Object value) {
        return switch (value) {
            case null -> "nothing";
            case Pair(Line(int a), Line(int b)) when a == b -> "two alike";
            case Pair(Line(int a), Line(int b)) when a > b -> "falling by " + (a - b);
            case Pair(Line _, Point _) -> "line and point";
            case Pair(Pair(Shape a, Shape b), Shape c) -> "three, " + nested(a) + ", " + nested(b) + ", " + nested(c);
            case Pair _ -> "another pair";
            case Line line when line.length() < 0 -> "no line";
            case Shape shape -> shape.kind();
            case int[] numbers -> numbers.length + " numbers";
            case String[] texts -> texts.length + " texts";
            case Map.Entry<?, ?> entry -> "entry " + entry.getKey();
            case CharSequence text when text.isEmpty() -> "empty";
            case String text -> "text " + text;
            case CharSequence _ -> "characters";
            case Integer number when number > 10 -> "large";
            case Integer _ -> "number";
            default -> "something else";
        };
    }

    private static String withoutNull(Object value) {
        try {
            return switch (value) {
                case Point _ -> "point";
                case String text when text.length() > 3 -> "long";
                case String _ -> "short";
                default -> "default";
            };
        } catch (NullPointerException e) {
            return "refused";
        }
    }

    private static String constants(Hue hue) {
        return switch (hue) {
            case Colour.RED -> "red";
            case Grey(double share) when share > 0.5 -> "dark";
            case Grey _ -> "grey";
            case Colour.GREEN -> "green";
        };
    }

    private static String texts(String word) {
        return switch (word) {
            case null -> "nothing";
            case "a", "b" -> "letter";
            case String s when s.length() > 2 -> "word";
            case String _ -> "syllable";
        };
    }

    private static String numbers(Integer number) {
        return switch (number) {
            case 1 -> "one";
            case Integer n when n > 100 -> "many";
            case 2 -> "two";
            case Integer _ -> "some";
        };
    }

    private static List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (int a = -1; a < 2; a++) {
            values.add(new Line(a));
            values.add(new Pair(new Line(a), new Line(0)));
            values.add(new Pair(new Line(a), new Point()));
            values.add(new Pair(new Pair(new Line(a), new Point()), new Point()));
        }
        values.addAll(List.of(new Point(), new Pair(new Point(), new Point()), new int[2], new String[1], 7, 70, 1.5));
        values.addAll(List.of("", "ab", "abcd", new StringBuilder("x"), Map.entry("key", 1)));
        values.addAll(List.of(new Own(1), new Own(2), new Grey(-0.0), new Grey(0.0), new Grey(Double.NaN)));
        for (int i = 0; i < 9; i++) {
            values.add(new Numbers(
                    i == 1,
                    (byte) (i == 2 ? -3 : 1),
                    i == 3 ? 'ü' : 'u',
                    (short) (i == 4 ? -5 : 5),
                    i == 5 ? Integer.MIN_VALUE : 6,
                    i == 6 ? Long.MIN_VALUE : 1L << 40,
                    i == 7 ? Float.NaN : 0.0f,
                    i == 8 ? -0.0 : 0.0));
        }
        int[] same = {1};
        values.addAll(List.of(
                new Boxes("any", same, "text"),
                new Boxes("any", same, "text"),
                new Boxes("any", new int[0], "text"),
                new Boxes(new Line(3), same, "text")));
        return values;
    }

    @Override
    public List<String> get() {
        List<String> said = new ArrayList<>();
        List<Object> values = values();
        for (Object value : values) {
            said.add(nested(value) + ", " + withoutNull(value));
            if (value instanceof Record) {
                // An array says where it is.
                said.add(value.toString().replaceAll("@\\w+", "@"));
            }
            said.add("as "
                    + values.stream()
                            .map(other -> value.equals(other) ? "1" : "0")
                            .toList());
            said.add(
                    value.getClass().isArray() || value instanceof Boxes || value instanceof StringBuilder
                            ? "hash by identity"
                            : "hash " + value.hashCode());
        }
        said.add("null: " + nested(null) + ", " + withoutNull(null) + ", " + texts(null));
        for (Hue hue : List.of(Colour.RED, Colour.GREEN, new Grey(0.1), new Grey(0.9))) {
            said.add(constants(hue));
        }
        for (String word : List.of("a", "b", "c", "word")) {
            said.add(texts(word));
        }
        for (int number : new int[] {1, 2, 3, 101}) {
            said.add(numbers(number));
        }
        return said;
    }
}
