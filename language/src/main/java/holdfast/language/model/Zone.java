package holdfast.language.model;

import java.math.BigDecimal;

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
     */
    record FromFile(
            String name, Reading reading, String file, String feature, String geoJson, String sha256, Origin origin)
            implements Zone {}

    /**
     * Everything not farther than {@code km} from another zone. A strip {@code N km wide in total} is held as {@code N/2}.
     */
    record Around(String name, Reading reading, BigDecimal km, String of, Origin origin) implements Zone {}
}
