package holdfast.engine.geography;

import java.util.List;

/**
 * Many pieces, in a tree of balls over the order in which they were given: neighbours along a line are neighbours in the tree, so nearly all of it is
 * passed over without a geodesic being computed.
 */
final class Pieces {
    private sealed interface Node {
        Ball ball();
    }

    private record Leaf(Ball ball, Piece piece) implements Node {}

    private record Fork(Ball ball, Node first, Node second) implements Node {}

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
        if (node.ball().atLeast(from) >= limit) {
            return limit;
        }
        return switch (node) {
            case Leaf(Ball _, Piece piece) -> piece.metresFrom(from, limit);
            case Fork(Ball _, Node first, Node second) -> {
                boolean secondIsNearer =
                        second.ball().atLeast(from) < first.ball().atLeast(from);
                double least = metresFrom(secondIsNearer ? second : first, from, limit);
                yield metresFrom(secondIsNearer ? first : second, from, least);
            }
        };
    }

    private static Node tree(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return new Leaf(pieces.getFirst().ball(), pieces.getFirst());
        }
        int half = pieces.size() / 2;
        Node first = tree(pieces.subList(0, half));
        Node second = tree(pieces.subList(half, pieces.size()));
        return new Fork(first.ball().with(second.ball()), first, second);
    }
}
