package holdfast.language.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A place of the agreement. */
public sealed interface Zone {
    String name();

    Reading reading();

    Origin origin();

    /**
     * A geometry from a file beside the document, in any form of a map.
     *
     * @param feature the name of one feature; empty: all of them together
     * @param content what the file held when it was read with the agreement
     * @param sha256 its digest, in hexadecimal
     * @param stood whose ground it is and of which day, where the document says so
     * @param edge present: not the ground, but the line around it
     */
    record FromFile(
            String name,
            Reading reading,
            String file,
            String feature,
            FileContent content,
            String sha256,
            Optional<Stood> stood,
            Optional<Edge> edge,
            Origin origin)
            implements Zone {
        /** The ground itself, not its edge. */
        public FromFile(
                String name,
                Reading reading,
                String file,
                String feature,
                FileContent content,
                String sha256,
                Optional<Stood> stood,
                Origin origin) {
            this(name, reading, file, feature, content, sha256, stood, Optional.empty(), origin);
        }

        /** All ground of a GeoJSON file, whoever stood there. */
        public FromFile(
                String name,
                Reading reading,
                String file,
                String feature,
                String geoJson,
                String sha256,
                Origin origin) {
            this(name, reading, file, feature, FileContent.of(geoJson), sha256, Optional.empty(), origin);
        }
    }

    /**
     * The line around a ground.
     *
     * @param km what of the line lies within so many km of {@code without} is no part of it: coasts, outer borders
     * @param without empty: all of it
     */
    record Edge(BigDecimal km, List<FromFile> without) {
        public Edge {
            without = List.copyOf(without);
        }
    }

    /** Where a side stood on a day, by a map. Of a map that says whose ground its features are, in their property {@code side}, only those of the side count. */
    record Stood(String side, LocalDate date) {}

    /**
     * Everything not farther than {@code km} from another zone. A strip {@code N km wide in total} is held as {@code N/2}.
     *
     * @param along whether it was said to be so wide along the other, which then must be a line
     */
    record Around(String name, Reading reading, BigDecimal km, String of, boolean along, Origin origin)
            implements Zone {
        public Around(String name, Reading reading, BigDecimal km, String of, Origin origin) {
            this(name, reading, km, of, false, origin);
        }
    }
}
