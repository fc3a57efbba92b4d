package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file the reader is: {@code `line.geojson`, feature 2 `corridor`, ring 1, position 4}.
 *
 * @param kind such as {@code feature}; empty for the file itself
 * @param number from 1
 * @param name of the file or feature; may be empty
 */
public record Trail(@Nullable Trail outer, String kind, int number, String name) {

    public static Trail file(String name) {
        return new Trail(null, "", 0, name);
    }

    /** @param index from 0 */
    public Trail in(String kind, int index) {
        return new Trail(this, kind, index + 1, "");
    }

    public Trail named(String name) {
        return new Trail(outer, kind, number, name);
    }

    /** The name of the file in which all of it is. */
    public String file() {
        return outer == null ? name : outer.file();
    }

    public GeographyProblem problem(String found, String help) {
        return new GeographyProblem(place(), found, help);
    }

    public Place place() {
        return new Place.OnMap(file(), within());
    }

    private String within() {
        if (outer == null) {
            return "";
        }
        String around = outer.within();
        return (around.isEmpty() ? "" : around + ", ")
                + kind
                + (number > 0 ? " " + number : "")
                + (name.isEmpty() ? "" : " `" + name + "`");
    }

    @Override
    public String toString() {
        String within = within();
        return "`" + file() + "`" + (within.isEmpty() ? "" : ", " + within);
    }
}
