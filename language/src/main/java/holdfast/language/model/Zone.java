package holdfast.language.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A place of the agreement. */
public sealed interface Zone {
    String name();

    Reading reading();

    Origin origin();

    /**
     * A geometry from a GeoJSON file beside the document.
     *
     * @param feature the name of one feature; empty: all of them together
     * @param geoJson the file's text as it was read with the agreement
     * @param sha256 its digest, in hexadecimal
     * @param stood whose ground it is and of which day, where the document says so
     */
    record FromFile(
            String name,
            Reading reading,
            String file,
            String feature,
            String geoJson,
            String sha256,
            Optional<Stood> stood,
            Origin origin)
            implements Zone {
        /** All ground of the file, whoever stood there. */
        public FromFile(
                String name,
                Reading reading,
                String file,
                String feature,
                String geoJson,
                String sha256,
                Origin origin) {
            this(name, reading, file, feature, geoJson, sha256, Optional.empty(), origin);
        }
    }

    /** Where a side stood on a day, by a map. Of a map that says whose ground its features are, in their property {@code side}, only those of the side count. */
    record Stood(String side, LocalDate date) {}

    /**
     * Everything not farther than {@code km} from another zone. A strip {@code N km wide in total} is held as {@code N/2}.
     */
    record Around(String name, Reading reading, BigDecimal km, String of, Origin origin) implements Zone {}
}
