package holdfast.engine.geography.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A coordinate system as a {@code .prj} file and a GeoPackage write it ({@code GEOGCS["WGS 84",DATUM[…]]}): longitude and latitude on WGS84, the Mercator map of the web on it, or something
 * else. Only these two are known: another datum lies up to hundreds of metres off, and whoever guesses moves the border by as much.
 */
final class CrsText {
    private static final int LONGEST = 20_000;
    private static final double DEGREE = Math.PI / 180;

    /** A keyword with what stands in its brackets. Texts and numbers are without any. */
    private record Node(String word, List<Node> of) {
        Optional<Node> find(String... words) {
            for (Node node : of) {
                if (List.of(words).contains(node.word.toUpperCase(Locale.ROOT)) && !node.of.isEmpty()) {
                    return Optional.of(node);
                }
            }
            return Optional.empty();
        }

        String text(int index) {
            return index < of.size() ? of.get(index).word : "";
        }

        double number(int index) {
            try {
                return Double.parseDouble(text(index));
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    private final String text;
    private int at;

    private CrsText(String text) {
        this.text = text;
    }

    /** Empty: neither of the two. */
    static Optional<Projection> projection(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Node top = new CrsText(text.strip()).node(0);
            return switch (top.word.toUpperCase(Locale.ROOT)) {
                case "GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS" ->
                    isWgs84(top) ? Optional.of(Projection.DEGREES) : Optional.empty();
                case "PROJCS", "PROJCRS", "PROJECTEDCRS" ->
                    isWebMercator(top) ? Optional.of(Projection.WEB_MERCATOR) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name that such a text gives its coordinate system, for messages. */
    static String name(String text) {
        int quote = text.indexOf('"');
        int end = quote < 0 ? -1 : text.indexOf('"', quote + 1);
        String name = end < 0 ? text.strip() : text.substring(quote + 1, end);
        return name.length() > 60 ? name.substring(0, 60) + "..." : name;
    }

    private static boolean isWgs84(Node geographic) {
        Optional<Node> datum = geographic.find("DATUM", "ENSEMBLE", "GEODETICDATUM");
        String name =
                datum.map(d -> d.text(0)).orElse("").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        boolean named = name.matches("D?WGS(19)?84|D?WORLDGEODETICSYSTEM(OF)?1984|WORLDGEODETICSYSTEM1984ENSEMBLE");
        boolean greenwich = geographic.find("PRIMEM").map(p -> p.number(1) == 0).orElse(true);
        Optional<Node> axis = geographic
                .find("UNIT", "ANGLEUNIT")
                .or(() -> geographic.find("CS").flatMap(c -> c.find("ANGLEUNIT")));
        boolean degrees = axis.map(u -> Math.abs(u.number(1) - DEGREE) < 1e-9).orElse(true);
        boolean shifted = datum.flatMap(d -> d.find("TOWGS84")).isPresent();
        return named && greenwich && degrees && !shifted;
    }

    private static boolean isWebMercator(Node projected) {
        boolean base = projected
                .find("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS")
                .map(CrsText::isWgs84)
                .orElse(false);
        String name = projected.text(0).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        boolean named = name.matches("WGS(19)?84(WEBMERCATORAUXILIARYSPHERE|PSEUDOMERCATOR)");
        boolean shifted = projected.of.stream()
                .filter(n -> n.word.equalsIgnoreCase("PARAMETER"))
                .anyMatch(p -> p.number(1) != 0 && !p.text(0).equalsIgnoreCase("scale_factor"));
        boolean metres =
                projected.find("UNIT", "LENGTHUNIT").map(u -> u.number(1) == 1).orElse(true);
        return base && named && !shifted && metres;
    }

    private Node node(int depth) {
        if (depth > MapBounds.DEEPEST) {
            throw new IllegalArgumentException("nested too deep");
        }
        blanks();
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a text without its end");
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            blanks();
            return new Node(quoted, List.of());
        }
        int start = at;
        while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        List<Node> of = new ArrayList<>();
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            do {
                at++;
                of.add(node(depth + 1));
            } while (at < text.length() && text.charAt(at) == ',');
            if (at >= text.length() || text.charAt(at) != ']' && text.charAt(at) != ')') {
                throw new IllegalArgumentException("a bracket without its end");
            }
            at++;
            blanks();
        }
        return new Node(word, of);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
