package holdfast.engine.geography.form;

/** A zone whose ground cannot be had. The message says where, what was found and what was expected, in words for the reader of the agreement. */
public final class GeographyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param where such as {@code `line.geojson`, feature 2}
     * @param help what was expected, or the mend
     */
    public GeographyProblem(String where, String found, String help) {
        super(where + ": " + found + "; " + help);
    }
}
