package holdfast.report.ledger;

import java.util.Locale;

/** Areas as a page gives them: with no more digits than their error allows. */
final class LedgerFigure {
    private static final int SIGNIFICANT = 2;
    private static final int MOST_DECIMALS = 2;

    private LedgerFigure() {}

    /** Up to the place of the second digit of the error, as measurements are usually given. */
    static String km2(double km2, double error) {
        if (!(error > 0)) {
            return km2(km2);
        }
        int place = Math.max((int) Math.floor(Math.log10(error)) - SIGNIFICANT + 1, -MOST_DECIMALS);
        if (place <= 0) {
            return plain(String.format(Locale.ROOT, "%,." + -place + "f", km2));
        }
        double unit = Math.pow(10, place);
        return plain(String.format(Locale.ROOT, "%,.0f", Math.rint(km2 / unit) * unit));
    }

    /** Where the error is not known: three digits, or whole square kilometres. */
    static String km2(double km2) {
        double size = Math.abs(km2);
        return plain(String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%,.1f" : "%,.2f", km2));
    }

    /** Nothing is not less than nothing. */
    private static String plain(String written) {
        return written.matches("-[0.]+") ? written.substring(1) : written;
    }
}
