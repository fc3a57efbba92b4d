package holdfast.engine.geography.form;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Geometries in well-known text and well-known binary, as databases write them. */
final class WellKnown {
    private static final int LONGEST_SAID = 80;

    private WellKnown() {}

    /** Whether a text begins as a geometry does. */
    static boolean isText(String text) {
        return text.stripLeading()
                .toUpperCase(Locale.ROOT)
                .matches(
                        "(?s)(SRID=\\d+;\\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|SURFACE|CURVE|CURVEPOLYGON|GEOMETRYCOLLECTION|TIN|TRIANGLE)"
                                + "\\s*(Z|M|ZM)?\\s*(\\(.*|EMPTY\\s*)");
    }

    /** Whether a text is well-known binary, two digits for a byte. */
    static boolean isHexadecimal(String text) {
        return text.length() >= 18 && text.length() % 2 == 0 && text.matches("0[01][0-9A-Fa-f]+");
    }

    /** @throws ParseException if it cannot be read, or is not on WGS84 */
    static Geometry text(String written) throws ParseException {
        String text = written.strip();
        if (text.regionMatches(true, 0, "SRID=", 0, 5)) {
            int end = text.indexOf(';');
            String system = end < 0 ? "" : text.substring(5, end);
            if (!system.equals("4326") && !system.equals("0")) {
                throw new ParseException("its coordinate system is SRID " + system + ", and 4326 was expected");
            }
            text = text.substring(end + 1);
        }
        String whole = text;
        return read(() -> new WKTReader().read(whole));
    }

    /** @throws ParseException if it cannot be read, or is not on WGS84 */
    static Geometry binary(byte[] bytes) throws ParseException {
        return read(() -> new WKBReader().read(bytes));
    }

    /** From two hexadecimal digits for a byte; this form says its coordinate system. */
    static Geometry hexadecimal(String digits) throws ParseException {
        Geometry geometry = binary(WKBReader.hexToBytes(digits));
        if (geometry.getSRID() != 0 && geometry.getSRID() != 4326) {
            throw new ParseException("its coordinate system is SRID " + geometry.getSRID() + ", and 4326 was expected");
        }
        return geometry;
    }

    @FunctionalInterface
    private interface Reading {
        Geometry read() throws Exception;
    }

    private static Geometry read(Reading reading) throws ParseException {
        try {
            return reading.read();
        } catch (ParseException e) {
            throw e;
        } catch (StackOverflowError e) {
            // Collections within collections, thousands deep: the readers call themselves for each.
            throw new ParseException("it is nested too deep");
        } catch (Exception e) {
            throw new ParseException(String.valueOf(e.getMessage()));
        }
    }

    /** What the reader found, short. */
    static String said(ParseException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) + "..." : said;
    }
}
