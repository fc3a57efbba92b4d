package holdfast.engine.geography;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Many pieces, in a tree of balls over the order in which they were given: neighbours along a line are neighbours in the tree, so nearly all of it is
 * passed over without a geodesic being computed. Far away, where chords no longer tell neighbours apart, one geodesic to a node's own spot does.
 */
final class Pieces {
    private sealed interface Node {
        Ball ball();

        /** A place on one of the pieces. */
        Spot spot();

        /** Nothing in the node is farther from the spot, in metres along the surface. */
        double reach();
    }

    private record Leaf(Ball ball, Spot spot, double reach, Piece piece) implements Node {}

    private record Fork(Ball ball, Spot spot, double reach, Node first, Node second) implements Node {}

    private final List<Node> root;

    Pieces(List<Piece> pieces) {
        root = pieces.isEmpty() ? List.of() : List.of(tree(pieces));
    }

    /** The geodesic distance to the nearest position of any piece, in metres; or {@code limit}, if it is no less. */
    double metresFrom(Spot from, double limit) {
        double least = limit;
        for (Node node : root) {
            least = metresFrom(node, from, least);
        }
        return least;
    }

    private static double metresFrom(Node node, Spot from, double limit) {
        double atLeast = node.ball().atLeast(from);
        if (atLeast >= limit) {
            return limit;
        }
        double known = limit;
        if (node.reach() < Ball.shortfall(atLeast)) {
            double toSpot = geodesic(from, node.spot());
            if (toSpot - node.reach() >= limit) {
                return limit;
            }
            known = Math.min(limit, toSpot);
        }
        return switch (node) {
            case Leaf leaf -> leaf.piece().metresFrom(from, known);
            case Fork(Ball _, Spot _, double _, Node first, Node second) -> {
                boolean secondIsNearer =
                        second.ball().atLeast(from) < first.ball().atLeast(from);
                double least = metresFrom(secondIsNearer ? second : first, from, known);
                yield metresFrom(secondIsNearer ? first : second, from, least);
            }
        };
    }

    private static double geodesic(Spot from, Spot to) {
        return Geodesic.WGS84.Inverse(
                        from.latitude(), from.longitude(), to.latitude(), to.longitude(), GeodesicMask.DISTANCE)
                .s12;
    }

    private static Node tree(List<Piece> pieces) {
        int half = pieces.size() / 2;
        Spot spot = pieces.get(half).start();
        if (pieces.size() == 1) {
            Ball ball = pieces.getFirst().ball();
            return new Leaf(ball, spot, Ball.geodesicAtMost(ball.chordAtMost(spot)), pieces.getFirst());
        }
        Node first = tree(pieces.subList(0, half));
        Node second = tree(pieces.subList(half, pieces.size()));
        Ball ball = first.ball().with(second.ball());
        return new Fork(ball, spot, Ball.geodesicAtMost(ball.chordAtMost(spot)), first, second);
    }
}
