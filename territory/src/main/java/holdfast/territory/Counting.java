package holdfast.territory;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.cut.InscribedDisc;
import holdfast.territory.cut.Offset;
import holdfast.territory.series.SeriesRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * What of a ground a map can tell from redrawing.
 *
 * <p>A border on the map may lie the resolution off. So a place of the ground is sure if no border of the ground is
 * within the resolution of it; and what counts is all ground within twice
 * the resolution of a sure place: a piece with its corners, without the strips along its edge that are nowhere twice
 * the resolution wide. Of what is left, pieces that are
 * smaller than the rule's minimum do not count.
 *
 * <p>The law of this: <em>more ground never counts less</em>. Each step keeps it: shrinking, growing, cutting to the
 * ground, and leaving out small pieces, of which there are
 * fewer the more ground there is. What is judged by its shape (area over perimeter, roundness) would not keep it.
 */
final class Counting {
    /** How far from a sure place ground counts, in resolutions: far enough for a corner of 60 degrees to be whole. */
    private static final double REACH = 2;

    /**
     * Discs are measured by bands of latitude, the same for all grounds: within one, a metre to the east has one
     * length in degrees, to half a part in a hundred.
     */
    private static final double BAND_DEGREES = 0.5;

    /** How wide the cells of long pieces are. */
    private static final double CELL_DEGREES = 0.25;

    private static final int MOST_CELLS = 400;

    /** A cell is looked at with what lies so many resolutions around it. */
    private static final double REACHED = 3;

    private static final double METRES_IN_DEGREE = 111_000;

    private final double metres;
    private final double minimumKm2;

    /** The same piece is asked about for the side that gained it, for the side that lost it, and for what lasts. */
    private final Map<Polygon, List<Patch>> pieces = new IdentityHashMap<>();

    private static final int MOST_PIECES = 4096;

    /** What the pieces were found to be that were asked for last: from day to day most stay. */
    private Map<Geometry, List<Patch>> before = Map.of();

    Counting(SeriesRules rules) {
        this.metres = rules.resolutionMetres();
        this.minimumKm2 = rules.minimumKm2();
    }

    /**
     * @param ground connected pieces that do not overlap
     * @return what of them counts, greatest first
     */
    List<Patch> of(List<Polygon> ground) {
        List<Patch> counted = new ArrayList<>();
        Map<Geometry, List<Patch>> judged = new HashMap<>();
        for (Polygon piece : ground) {
            Geometry same = piece.norm();
            List<Patch> its = before.get(same);
            if (its == null) {
                its = counted(piece);
            }
            judged.put(same, its);
            counted.addAll(its);
        }
        before = judged;
        counted.sort(Comparator.comparingDouble(Patch::km2)
                .reversed()
                .thenComparing(p -> p.polygon().getEnvelopeInternal().getMinX())
                .thenComparing(p -> p.polygon().getEnvelopeInternal().getMinY()));
        return counted;
    }

    /** Of one piece; asked again for the same object, it is not worked out anew. */
    List<Patch> ofPiece(Polygon piece) {
        List<Patch> known = pieces.get(piece);
        if (known == null) {
            known = counted(piece);
            if (pieces.size() >= MOST_PIECES) {
                pieces.clear();
            }
            pieces.put(piece, known);
        }
        return known;
    }

    /** Whether any of a piece counts. */
    boolean counts(Patch piece) {
        return mayCount(piece.km2())
                && (holdsDiscThatCounts(piece.polygon())
                        || !ofPiece(piece.polygon()).isEmpty());
    }

    /**
     * A disc within the ground that is wider than the resolution has a sure place in its middle, and counts as a
     * whole; where it is of the minimum too, what counts need not be worked out.
     */
    private boolean holdsDiscThatCounts(Polygon piece) {
        double least = Math.max(metres, Math.sqrt(minimumKm2 * Ellipsoid.M2_IN_KM2 / Math.PI));
        return metres > 0 && InscribedDisc.isIn(piece, least * WIDER);
    }

    /** Discs are polygons here, and degrees have their length in the middle of a band. */
    private static final double WIDER = 1.06;

    private List<Patch> counted(Polygon piece) {
        if (Ellipsoid.km2(piece) < minimumKm2) {
            return List.of();
        }
        return sureAndAround(piece).stream()
                .map(Patch::of)
                .filter(patch -> patch.km2() >= minimumKm2)
                .toList();
    }

    /** Whether any of so much ground can count. */
    boolean mayCount(double km2) {
        return km2 >= minimumKm2;
    }

    /**
     * How far the ground reaches that can matter for what counts within {@code at}. Around a new piece, places within
     * the resolution may become sure, and what lies within twice the resolution of them comes
     * to count, together with what was sure before and too small: of that, discs as wide as the resolution that do
     * not overlap have less than the minimum together, and each is near the next.
     */
    Envelope about(Envelope at) {
        if (metres == 0) {
            return EVERYWHERE;
        }
        double discs = minimumKm2 * Ellipsoid.M2_IN_KM2 / (Math.PI * metres * metres);
        double reach = (3 + 6 * (discs + 1) + 4) * metres / METRES_IN_DEGREE * MARGIN;
        double latitude = Math.min(Math.max(Math.abs(at.getMinY()), Math.abs(at.getMaxY())) + reach, STEEPEST);
        Envelope about = new Envelope(at);
        about.expandBy(reach / Math.cos(Math.toRadians(latitude)), reach);
        return about;
    }

    private static final Envelope EVERYWHERE = new Envelope(-720, 720, -90, 90);
    private static final double STEEPEST = 89.9;
    private static final double MARGIN = 1.01;

    static double km2(List<Patch> patches) {
        return patches.stream().mapToDouble(Patch::km2).sum();
    }

    private List<Polygon> sureAndAround(Polygon piece) {
        if (metres == 0) {
            return List.of(piece);
        }
        Envelope at = piece.getEnvelopeInternal();
        List<Geometry> grown = new ArrayList<>();
        for (long band = (long) Math.floor(at.getMinY() / BAND_DEGREES); band * BAND_DEGREES <= at.getMaxY(); band++) {
            grown.addAll(inBand(piece, band));
        }
        if (grown.isEmpty()) {
            return List.of();
        }
        Geometry reach = grown.size() == 1 ? grown.getFirst() : Grounds.union(grown);
        return Grounds.polygons(Grounds.common(piece, reach));
    }

    /**
     * Around the sure places between two parallels; of a long piece, in each cell by itself: from day to day most
     * cells stay.
     */
    private List<Geometry> inBand(Polygon piece, long band) {
        double south = band * BAND_DEGREES;
        double north = south + BAND_DEGREES;
        double margin = REACHED * metres / METRES_IN_DEGREE + 1e-4;
        Envelope at = piece.getEnvelopeInternal();
        boolean within = at.getMinY() >= south && at.getMaxY() < north;
        if (within && at.getWidth() <= CELL_DEGREES) {
            return around(piece, null, south, north);
        }
        List<Geometry> grown = new ArrayList<>();
        double wide =
                margin / Math.cos(Math.toRadians(Math.clamp(Math.max(Math.abs(south), Math.abs(north)), 0, STEEPEST)));
        for (long column = (long) Math.floor(at.getMinX() / CELL_DEGREES);
                column * CELL_DEGREES <= at.getMaxX();
                column++) {
            Envelope cell = new Envelope(column * CELL_DEGREES, (column + 1) * CELL_DEGREES, south, north);
            Envelope wider = new Envelope(cell);
            wider.expandBy(wide, margin);
            Geometry near =
                    Grounds.common(piece, Grounds.FACTORY.toGeometry(wider)).norm();
            if (!near.isEmpty()) {
                Near key = new Near(band, column, near);
                List<Geometry> known = cellsBefore.get(key);
                if (known == null) {
                    known = cells.get(key);
                }
                if (known == null) {
                    known = around(near, cell, south, north);
                }
                remember(key, known);
                grown.addAll(known);
            }
        }
        return grown;
    }

    private record Near(long band, long column, Geometry ground) {}

    /** What was found in cells lately, and before that. */
    private Map<Near, List<Geometry>> cells = new HashMap<>();

    private Map<Near, List<Geometry>> cellsBefore = Map.of();

    private void remember(Near key, List<Geometry> found) {
        if (cells.size() >= MOST_CELLS) {
            cellsBefore = cells;
            cells = new HashMap<>();
        }
        cells.put(key, found);
    }

    /** @param cell in which sure places are looked for; none: everywhere */
    private List<Geometry> around(Geometry near, @Nullable Envelope cell, double south, double north) {
        Ellipsoid.Degree degree = Ellipsoid.degreeAt(Math.toRadians(Math.clamp((south + north) / 2, -89.5, 89.5)));
        Geometry flat = AffineTransformation.scaleInstance(degree.eastMetres(), degree.northMetres())
                .transform(near);
        Geometry sure = Offset.of(flat, -metres, DISCS);
        if (cell != null && !sure.isEmpty()) {
            sure = Grounds.common(
                    sure,
                    Grounds.FACTORY.toGeometry(new Envelope(
                            cell.getMinX() * degree.eastMetres(),
                            cell.getMaxX() * degree.eastMetres(),
                            cell.getMinY() * degree.northMetres(),
                            cell.getMaxY() * degree.northMetres())));
        }
        return sure.isEmpty()
                ? List.of()
                : List.of(AffineTransformation.scaleInstance(1 / degree.eastMetres(), 1 / degree.northMetres())
                        .transform(Offset.of(sure, REACH * metres, DISCS)));
    }

    private static final BufferParameters DISCS = discs();

    private static BufferParameters discs() {
        BufferParameters discs = new BufferParameters(8);
        discs.setSimplifyFactor(1e-3);
        return discs;
    }
}
