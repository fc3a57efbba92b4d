package holdfast.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * The lasting ground of a side, and how it changes.
 *
 * <p>It begins as the ground of the first map. On a day it takes in what the side holds beyond it, on every map from that day until the rule's days later, as far as that counts;
 * and it gives up what the side, on every one of these maps, does not hold of it, as far as that counts. Nothing else changes it. So a lasting change is the step from one day's
 * lasting ground to the next one's, and the steps between any two days add up to the difference of their lasting grounds: what was lost and regained before it
 * had lasted is in neither, and what came in steps too small to be told counts on the day on which they add up.
 *
 * <p>Kept are only the two differences between the map and the lasting ground, which are small.
 */
final class LastingGround {
    /** A tenth of a millimetre: borders that were cut twice meet again. */
    private static final PrecisionModel GRID = new PrecisionModel(1e9);

    private final Counting counting;

    /** Held and not lasting. */
    private final Pending ahead = new Pending();

    /** Lasting and not held. */
    private final Pending behind = new Pending();

    private final List<Step> steps = new ArrayList<>();

    private record Step(LocalDate date, List<Polygon> gained, List<Polygon> lost) {}

    /** What the lasting ground took in and gave up on one day. */
    record Change(List<Patch> gained, List<Patch> lost) {
        static final Change NONE = new Change(List.of(), List.of());
    }

    LastingGround(Counting counting) {
        this.counting = counting;
    }

    /** What a day's map shows, against the one before. */
    void accept(LocalDate date, Difference difference) {
        List<Polygon> gained = difference.gained();
        List<Polygon> lost = difference.lost();
        if (gained.isEmpty() && lost.isEmpty()) {
            return;
        }
        List<Polygon> newAhead = behind.outside(gained);
        List<Polygon> newBehind = ahead.outside(lost);
        behind.cut(gained);
        ahead.cut(lost);
        ahead.add(newAhead);
        behind.add(newBehind);
        steps.add(new Step(date, gained, lost));
    }

    /** The change on {@code day}, once a map of {@code day} and the rule's days, or a later one, was taken; to be asked for each day in order. */
    Change settle(LocalDate day) {
        List<Step> later = steps.stream().filter(s -> s.date().isAfter(day)).toList();
        Change change = new Change(
                ahead.settle(later.stream().flatMap(s -> s.gained().stream()).toList()),
                behind.settle(later.stream().flatMap(s -> s.lost().stream()).toList()));
        steps.removeIf(s -> !s.date().isAfter(day));
        return change;
    }

    /** Ground that waits for what becomes of it. */
    private final class Pending {
        private List<Piece> pieces = new ArrayList<>();

        /** @param judged whether it was looked at since it last grew: less of it cannot count either */
        private record Piece(Polygon polygon, boolean judged) {}

        /** What of these grounds does not lie in any piece. */
        List<Polygon> outside(List<Polygon> grounds) {
            List<Polygon> outside = new ArrayList<>();
            for (Polygon ground : grounds) {
                List<Polygon> near = near(pieces.stream().map(Piece::polygon).toList(), ground);
                outside.addAll(
                        near.isEmpty() ? List.of(ground) : Grounds.polygons(Grounds.without(ground, Grounds.of(near))));
            }
            return outside;
        }

        void cut(List<Polygon> grounds) {
            List<Piece> left = new ArrayList<>();
            for (Piece piece : pieces) {
                List<Polygon> near = near(grounds, piece.polygon());
                if (near.isEmpty()) {
                    left.add(piece);
                } else {
                    Grounds.polygons(Grounds.without(piece.polygon(), Grounds.union(near)))
                            .forEach(p -> left.add(new Piece(p, piece.judged())));
                }
            }
            pieces = left;
        }

        void add(List<Polygon> grounds) {
            for (Polygon ground : grounds) {
                Envelope at = ground.getEnvelopeInternal();
                List<Polygon> together = new ArrayList<>(List.of(ground));
                pieces.removeIf(piece -> {
                    boolean near = piece.polygon().getEnvelopeInternal().intersects(at)
                            && piece.polygon().isWithinDistance(ground, 1 / GRID.getScale());
                    if (near) {
                        together.add(piece.polygon());
                    }
                    return near;
                });
                List<Polygon> joined = together.size() == 1
                        ? together
                        : Grounds.polygons(UnaryUnionNG.union(Grounds.of(together), GRID));
                joined.forEach(p -> pieces.add(new Piece(p, false)));
            }
        }

        /** Takes out what counts of the pieces, without the ground that came later. */
        List<Patch> settle(List<Polygon> later) {
            List<Patch> settled = new ArrayList<>();
            List<Piece> left = new ArrayList<>();
            for (Piece piece : pieces) {
                if (piece.judged()) {
                    left.add(piece);
                    continue;
                }
                List<Polygon> tooLate = near(later, piece.polygon());
                MultiPolygon stayed = tooLate.isEmpty()
                        ? Grounds.of(List.of(piece.polygon()))
                        : Grounds.without(piece.polygon(), Grounds.union(tooLate));
                List<Patch> counted =
                        tooLate.isEmpty() ? counting.ofPiece(piece.polygon()) : counting.of(Grounds.polygons(stayed));
                settled.addAll(counted);
                List<Polygon> rest = counted.isEmpty()
                        ? List.of(piece.polygon())
                        : Grounds.polygons(Grounds.without(
                                piece.polygon(),
                                Grounds.of(counted.stream().map(Patch::polygon).toList())));
                rest.forEach(p -> left.add(new Piece(p, tooLate.isEmpty())));
            }
            pieces = left;
            return settled;
        }

        private static List<Polygon> near(List<Polygon> grounds, Polygon polygon) {
            Envelope at = polygon.getEnvelopeInternal();
            return grounds.stream()
                    .filter(g -> g.getEnvelopeInternal().intersects(at))
                    .toList();
        }
    }
}
