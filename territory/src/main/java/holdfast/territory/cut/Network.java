package holdfast.territory.cut;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Nodes, and edges that meet in nodes only: curves, cut where they cross and touch. Edges that lie on one another are
 * one, with what the curves run along it added up; where that is nothing, it is gone.
 */
final class Network {
    private static final int NUMBERS = EdgePairs.NUMBERS;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private double[] x = new double[64];
    private double[] y = new double[64];
    private int nodes;
    private int[] nodeSlots = new int[256];

    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] first = new int[64];
    private int[] second = new int[64];

    /** Whether it is part of an edge that was cut at a place that no double holds: rounding moves such a part. */
    private boolean[] moved = new boolean[64];

    private int edges;
    private int[] edgeSlots = new int[256];

    private Network() {}

    /** Empty where rounding leaves it open how the edges lie to one another. */
    static Optional<Network> of(Curves curves) {
        Network network = new Network();
        return network.isCut(curves) ? Optional.of(network) : Optional.empty();
    }

    /** @return whether the edges now meet in nodes only */
    private boolean isCut(Curves curves) {
        Cuts cuts = new Cuts(curves);
        EdgePairs.each(curves.ends(), curves.size(), cuts::where);
        for (int edge = 0; edge < curves.size(); edge++) {
            add(curves, edge, cuts);
        }
        dropNothing();
        return !cuts.anyRounded || isApart();
    }

    int nodes() {
        return nodes;
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    int edges() {
        return edges;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    /** How often the curves of the first ground run along it, from {@link #from} to {@link #to}. */
    int ofFirst(int edge) {
        return first[edge];
    }

    int ofSecond(int edge) {
        return second[edge];
    }

    /** 1: {@code c} lies left of the line from a to b; -1: right; 0: on it. */
    int side(int a, int b, int c) {
        return CGAlgorithmsDD.orientationIndex(x[a], y[a], x[b], y[b], x[c], y[c]);
    }

    private void add(Curves curves, int edge, Cuts cuts) {
        double[] ends = curves.ends();
        int at = NUMBERS * edge;
        int start = node(ends[at], ends[at + 1]);
        boolean isMoved = cuts.rounded[edge];
        for (Coordinate cut : cuts.along(edge)) {
            int next = node(cut.x, cut.y);
            join(start, next, curves.ofFirst(edge), curves.ofSecond(edge), isMoved);
            start = next;
        }
        join(start, node(ends[at + 2], ends[at + 3]), curves.ofFirst(edge), curves.ofSecond(edge), isMoved);
    }

    private int node(double atX, double atY) {
        int slot = nodeSlot(atX, atY);
        if (nodeSlots[slot] == 0) {
            if (nodes == x.length) {
                x = Arrays.copyOf(x, 2 * nodes);
                y = Arrays.copyOf(y, 2 * nodes);
                nodeSlots = new int[2 * nodeSlots.length];
                for (int node = 0; node < nodes; node++) {
                    nodeSlots[nodeSlot(x[node], y[node])] = node + 1;
                }
                slot = nodeSlot(atX, atY);
            }
            x[nodes] = atX;
            y[nodes] = atY;
            nodeSlots[slot] = ++nodes;
        }
        return nodeSlots[slot] - 1;
    }

    private int nodeSlot(double atX, double atY) {
        // Zero has two signs, and is one number.
        long hash = (Double.doubleToRawLongBits(atX + 0.0) * MIX ^ Double.doubleToRawLongBits(atY + 0.0)) * MIX;
        int slot = (int) (hash >>> 32) & (nodeSlots.length - 1);
        while (nodeSlots[slot] != 0 && !(x[nodeSlots[slot] - 1] == atX && y[nodeSlots[slot] - 1] == atY)) {
            slot = (slot + 1) & (nodeSlots.length - 1);
        }
        return slot;
    }

    private void join(int a, int b, int ofFirst, int ofSecond, boolean isMoved) {
        if (a == b) {
            return;
        }
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        int slot = edgeSlot(low, high);
        if (edgeSlots[slot] == 0) {
            if (edges == from.length) {
                grow();
                slot = edgeSlot(low, high);
            }
            from[edges] = low;
            to[edges] = high;
            edgeSlots[slot] = ++edges;
        }
        int edge = edgeSlots[slot] - 1;
        first[edge] += a == low ? ofFirst : -ofFirst;
        second[edge] += a == low ? ofSecond : -ofSecond;
        moved[edge] |= isMoved;
    }

    private int edgeSlot(int low, int high) {
        int slot = (int) ((((long) low << 32 | high) * MIX) >>> 32) & (edgeSlots.length - 1);
        while (edgeSlots[slot] != 0 && !(from[edgeSlots[slot] - 1] == low && to[edgeSlots[slot] - 1] == high)) {
            slot = (slot + 1) & (edgeSlots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int room = 2 * edges;
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        first = Arrays.copyOf(first, room);
        second = Arrays.copyOf(second, room);
        moved = Arrays.copyOf(moved, room);
        edgeSlots = new int[2 * edgeSlots.length];
        for (int edge = 0; edge < edges; edge++) {
            edgeSlots[edgeSlot(from[edge], to[edge])] = edge + 1;
        }
    }

    /** Whether the parts that rounding moved meet others in common nodes only. */
    private boolean isApart() {
        double[] ends = new double[NUMBERS * edges];
        for (int edge = 0; edge < edges; edge++) {
            ends[NUMBERS * edge] = x[from[edge]];
            ends[NUMBERS * edge + 1] = y[from[edge]];
            ends[NUMBERS * edge + 2] = x[to[edge]];
            ends[NUMBERS * edge + 3] = y[to[edge]];
        }
        return EdgePairs.each(ends, edges, (a, b) -> !moved[a] && !moved[b] || areApart(a, b));
    }

    private boolean areApart(int a, int b) {
        if (from[a] == from[b]) {
            return fork(from[a], to[a], to[b]);
        }
        if (from[a] == to[b]) {
            return fork(from[a], to[a], from[b]);
        }
        if (to[a] == from[b]) {
            return fork(to[a], from[a], to[b]);
        }
        if (to[a] == to[b]) {
            return fork(to[a], from[a], from[b]);
        }
        return isOneSide(from[a], to[a], from[b], to[b]) || isOneSide(from[b], to[b], from[a], to[a]);
    }

    /** Whether two edges from one node run in different directions. */
    private boolean fork(int node, int one, int other) {
        return side(node, one, other) != 0
                || (x[one] - x[node]) * (x[other] - x[node]) + (y[one] - y[node]) * (y[other] - y[node]) < 0;
    }

    private boolean isOneSide(int a, int b, int one, int other) {
        int side = side(a, b, one);
        return side != 0 && side == side(a, b, other);
    }

    private void dropNothing() {
        int kept = 0;
        for (int edge = 0; edge < edges; edge++) {
            if (first[edge] != 0 || second[edge] != 0) {
                from[kept] = from[edge];
                to[kept] = to[edge];
                first[kept] = first[edge];
                second[kept] = second[edge];
                moved[kept] = moved[edge];
                kept++;
            }
        }
        edges = kept;
    }

    /** Where the edges of the curves are to be cut. */
    private static final class Cuts {
        private final double[] ends;
        private final RobustLineIntersector crossing = new RobustLineIntersector();
        private final Coordinate[][] cuts;
        private final int[] count;
        private final boolean[] rounded;
        private boolean anyRounded;

        private Cuts(Curves curves) {
            this.ends = curves.ends();
            this.cuts = new Coordinate[curves.size()][];
            this.count = new int[curves.size()];
            this.rounded = new boolean[curves.size()];
        }

        private boolean where(int edge, int other) {
            int a = NUMBERS * edge;
            int b = NUMBERS * other;
            int first = EdgePairs.side(ends, a, b);
            int second = EdgePairs.side(ends, a, b + 2);
            if (first != 0 && first == second) {
                return true;
            }
            int third = EdgePairs.side(ends, b, a);
            int fourth = EdgePairs.side(ends, b, a + 2);
            if (third != 0 && third == fourth) {
                return true;
            }
            if (first != 0 && second != 0 && third != 0 && fourth != 0) {
                cross(edge, other);
                return true;
            }
            touch(edge, first, b);
            touch(edge, second, b + 2);
            touch(other, third, a);
            touch(other, fourth, a + 2);
            return true;
        }

        private void cross(int edge, int other) {
            int a = NUMBERS * edge;
            int b = NUMBERS * other;
            crossing.computeIntersection(place(a), place(a + 2), place(b), place(b + 2));
            Coordinate at = crossing.getIntersection(0);
            cut(edge, at.x, at.y);
            cut(other, at.x, at.y);
            rounded[edge] = true;
            rounded[other] = true;
            anyRounded = true;
        }

        private Coordinate place(int at) {
            return new CoordinateXY(ends[at], ends[at + 1]);
        }

        /** A position of another edge that lies on the line of this one. */
        private void touch(int edge, int side, int place) {
            int at = NUMBERS * edge;
            double px = ends[place];
            double py = ends[place + 1];
            if (side == 0
                    && px >= Math.min(ends[at], ends[at + 2])
                    && px <= Math.max(ends[at], ends[at + 2])
                    && py >= Math.min(ends[at + 1], ends[at + 3])
                    && py <= Math.max(ends[at + 1], ends[at + 3])) {
                cut(edge, px, py);
            }
        }

        private void cut(int edge, double atX, double atY) {
            int at = NUMBERS * edge;
            boolean isEnd = atX == ends[at] && atY == ends[at + 1] || atX == ends[at + 2] && atY == ends[at + 3];
            if (!isEnd) {
                if (cuts[edge] == null) {
                    cuts[edge] = new Coordinate[2];
                } else if (count[edge] == cuts[edge].length) {
                    cuts[edge] = Arrays.copyOf(cuts[edge], 2 * count[edge]);
                }
                cuts[edge][count[edge]++] = new CoordinateXY(atX, atY);
            }
        }

        /** In order from the beginning of the edge. */
        private Coordinate[] along(int edge) {
            if (count[edge] == 0) {
                return NONE;
            }
            int at = NUMBERS * edge;
            double dx = ends[at + 2] - ends[at];
            double dy = ends[at + 3] - ends[at + 1];
            Coordinate[] along = Arrays.copyOf(cuts[edge], count[edge]);
            Arrays.sort(along, (p, q) -> {
                int byX = dx > 0 ? Double.compare(p.x, q.x) : Double.compare(q.x, p.x);
                int byY = dy > 0 ? Double.compare(p.y, q.y) : Double.compare(q.y, p.y);
                boolean mostlyEast = Math.abs(dx) >= Math.abs(dy);
                int main = mostlyEast ? byX : byY;
                return main != 0 ? main : mostlyEast ? byY : byX;
            });
            return along;
        }

        private static final Coordinate[] NONE = {};
    }
}
