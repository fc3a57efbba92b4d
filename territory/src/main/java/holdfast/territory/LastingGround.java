package holdfast.territory;

import holdfast.territory.cut.Contact;
import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * The lasting ground of a side, and how it changes.
 *
 * <p>It begins as the ground of the first map. On a day it takes in what the side holds beyond it, on every map from that day until the rule's days later, as far as that counts;
 * and it gives up what the side, on every one of these maps, does not hold of it, as far as that counts. Nothing else changes it. So a lasting change is the step from one day's
 * lasting ground to the next one's, and the steps between any two days add up to the difference of their lasting grounds: what was lost and regained before it
 * had lasted is in neither, and what came in steps too small to be told counts on the day on which they add up.
 *
 * <p>Kept are only the two differences between the map and the lasting ground, as the small pieces in which they came. What counts is decided near by: ground can come to count only
 * around the pieces of the day, and only they and what is about them is looked at.
 */
final class LastingGround {
    /** A tenth of a square metre: what is left of pieces that count as a whole. */
    private static final double LEAST_KM2 = 1e-7;

    private final Counting counting;

    /** Held and not lasting. */
    private final Pending ahead = new Pending();

    /** Lasting and not held. */
    private final Pending behind = new Pending();

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
        List<Polygon> newAhead = behind.against(gained);
        List<Polygon> newBehind = ahead.against(lost);
        ahead.add(date, newAhead);
        behind.add(date, newBehind);
    }

    /** The change on {@code day}, once a map of {@code day} and the rule's days, or a later one, was taken; to be asked for each day in order. */
    Change settle(LocalDate day) {
        return new Change(ahead.settle(day), behind.settle(day));
    }

    /** Ground that waits for what becomes of it. */
    private final class Pending {
        private List<Piece> pieces = new ArrayList<>();

        /**
         * @param since the day of the map that first showed it
         * @param judged whether it was looked at: less of it, and less around it, cannot count either
         */
        private record Piece(Polygon polygon, LocalDate since, boolean judged) {
            Envelope at() {
                return polygon.getEnvelopeInternal();
            }

            void without(List<Polygon> grounds, List<Piece> left) {
                Pending.without(polygon, grounds).forEach(p -> left.add(new Piece(p, since, judged)));
            }

            Piece asJudged() {
                return judged ? this : new Piece(polygon, since, true);
            }
        }

        /** Takes out of the pieces what lies in these grounds, and gives what of the grounds lies in no piece. */
        List<Polygon> against(List<Polygon> grounds) {
            List<Polygon> rest = new ArrayList<>();
            for (Polygon ground : grounds) {
                List<Polygon> met = new ArrayList<>();
                List<Piece> left = new ArrayList<>();
                pieces.removeIf(piece -> {
                    boolean meet = Contact.overlap(piece.polygon(), ground);
                    if (meet) {
                        met.add(piece.polygon());
                        piece.without(List.of(ground), left);
                    }
                    return meet;
                });
                pieces.addAll(left);
                rest.addAll(without(ground, met));
            }
            return rest;
        }

        private static List<Polygon> without(Polygon ground, List<Polygon> others) {
            return others.isEmpty() ? List.of(ground) : Grounds.polygons(Grounds.without(ground, others));
        }

        void add(LocalDate date, List<Polygon> grounds) {
            grounds.forEach(ground -> pieces.add(new Piece(ground, date, false)));
        }

        /** Takes out what counts by {@code day}, without the ground that came later. */
        List<Patch> settle(LocalDate day) {
            List<Piece> settling = new ArrayList<>();
            List<Piece> others = new ArrayList<>();
            for (Piece piece : pieces) {
                (piece.since().isAfter(day) ? others : settling).add(piece);
            }
            if (settling.stream().allMatch(Piece::judged)) {
                return List.of();
            }
            List<Patch> settled = new ArrayList<>();
            Set<Piece> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Piece> rest = new ArrayList<>();
            for (List<Piece> cluster : clusters(settling)) {
                List<Patch> counted = cluster.size() == 1
                        ? counting.ofPiece(cluster.getFirst().polygon())
                        : counting.of(together(cluster));
                if (!counted.isEmpty()) {
                    settled.addAll(counted);
                    taken.addAll(cluster);
                    takeOut(counted, cluster, rest);
                }
            }
            pieces = new ArrayList<>();
            settling.stream()
                    .filter(p -> !taken.contains(p))
                    .map(Piece::asJudged)
                    .forEach(pieces::add);
            rest.stream().map(Piece::asJudged).forEach(pieces::add);
            pieces.addAll(others);
            return settled;
        }

        private static void takeOut(List<Patch> counted, List<Piece> cluster, List<Piece> rest) {
            if (Counting.km2(counted) > km2(cluster) - LEAST_KM2) {
                return;
            }
            for (Piece piece : cluster) {
                List<Polygon> its = counted.stream()
                        .map(Patch::polygon)
                        .filter(c -> c.getEnvelopeInternal().intersects(piece.at()))
                        .toList();
                piece.without(its, rest);
            }
        }

        private static double km2(List<Piece> pieces) {
            return pieces.stream().mapToDouble(p -> Ellipsoid.km2(p.polygon())).sum();
        }

        /** The pieces that were not judged yet, each with those that it hangs together with, as far as they can matter; only where there is enough of them. */
        private List<List<Piece>> clusters(List<Piece> settling) {
            List<List<Piece>> clusters = new ArrayList<>();
            boolean[] seen = new boolean[settling.size()];
            List<Envelope> windows = settling.stream()
                    .filter(p -> !p.judged())
                    .map(p -> counting.about(p.at()))
                    .toList();
            boolean[] near = new boolean[settling.size()];
            for (int i = 0; i < near.length; i++) {
                Envelope at = settling.get(i).at();
                near[i] = windows.stream().anyMatch(w -> w.intersects(at));
            }
            for (int i = 0; i < seen.length; i++) {
                if (!seen[i] && !settling.get(i).judged()) {
                    List<Piece> cluster = cluster(i, settling, near, seen);
                    if (counting.mayCount(km2(cluster))) {
                        clusters.add(cluster);
                    }
                }
            }
            return clusters;
        }

        private static List<Piece> cluster(int first, List<Piece> settling, boolean[] near, boolean[] seen) {
            List<Piece> cluster = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            seen[first] = true;
            while (!open.isEmpty()) {
                Piece piece = settling.get(open.remove());
                cluster.add(piece);
                Envelope at = new Envelope(piece.at());
                at.expandBy(Grounds.SEAM);
                for (int i = 0; i < seen.length; i++) {
                    if (near[i] && !seen[i] && settling.get(i).at().intersects(at)) {
                        seen[i] = true;
                        open.add(i);
                    }
                }
            }
            return cluster;
        }

        private static List<Polygon> together(List<Piece> cluster) {
            return Grounds.polygons(
                    Grounds.closed(cluster.stream().map(Piece::polygon).toList()));
        }
    }
}
