package holdfast.territory.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Polygon;

/**
 * The plane as closed curves cut it into faces, with how often the curves of each ground wind around each face.
 *
 * <p>Each edge is two half-edges, one each way, with a face on its left. Walked with the face on the left, half-edges
 * make rings; a face has one ring or more. Across a half-edge the winding changes by as much as
 * the curves run along it, so it is known for all rings that hang together once it is known for one of them: the one
 * that runs around all of them, outside, where a ray tells.
 */
final class Arrangement {
    private final Network network;

    /**
     * The half-edges that leave a node, counter-clockwise from the west; of node n from {@code start[n]} to before
     * {@code start[n + 1]}.
     */
    private final int[] leaving;

    private final int[] start;

    /** Where each half-edge stands in {@link #leaving}. */
    private final int[] place;

    private final int[] ring;
    private final List<Integer> ringStarts = new ArrayList<>();
    private int[] ofFirst = new int[0];
    private int[] ofSecond = new int[0];

    private Arrangement(Network network) {
        this.network = network;
        int halves = 2 * network.edges();
        this.leaving = new int[halves];
        this.start = new int[network.nodes() + 1];
        this.place = new int[halves];
        this.ring = new int[halves];
    }

    /** Which faces are asked for, by how often the curves wind around them. */
    interface Wanted {
        boolean is(int ofFirst, int ofSecond);
    }

    /** Empty where rounding leaves it open how the curves lie to one another. */
    static Optional<Arrangement> of(Curves curves) {
        return Network.of(curves).map(Arrangement::new).filter(Arrangement::isWound);
    }

    /**
     * The ground of these faces, faces that have an edge in common as one piece; empty where rounding leaves it open.
     */
    Optional<List<Polygon>> polygons(Wanted wanted) {
        boolean[] in = new boolean[ringStarts.size()];
        for (int i = 0; i < in.length; i++) {
            in[i] = wanted.is(ofFirst[i], ofSecond[i]);
        }
        return new Outlines(this, in).polygons();
    }

    Network network() {
        return network;
    }

    int halves() {
        return ring.length;
    }

    static int twin(int half) {
        return half ^ 1;
    }

    int tail(int half) {
        return (half & 1) == 0 ? network.from(half >> 1) : network.to(half >> 1);
    }

    int head(int half) {
        return tail(twin(half));
    }

    int ring(int half) {
        return ring[half];
    }

    /** The next half-edge clockwise around the node that it leaves. */
    int clockwise(int half) {
        int node = tail(half);
        int at = place[half];
        return leaving[at == start[node] ? start[node + 1] - 1 : at - 1];
    }

    private int next(int half) {
        return clockwise(twin(half));
    }

    private boolean isWound() {
        sortAroundNodes();
        traceRings();
        ofFirst = new int[ringStarts.size()];
        ofSecond = new int[ringStarts.size()];
        return wind();
    }

    private void sortAroundNodes() {
        for (int half = 0; half < ring.length; half++) {
            start[tail(half) + 1]++;
        }
        for (int node = 0; node < network.nodes(); node++) {
            start[node + 1] += start[node];
        }
        int[] free = Arrays.copyOf(start, network.nodes());
        for (int half = 0; half < ring.length; half++) {
            int node = tail(half);
            int at = free[node]++;
            while (at > start[node] && isBefore(half, leaving[at - 1])) {
                leaving[at] = leaving[at - 1];
                at--;
            }
            leaving[at] = half;
        }
        for (int at = 0; at < leaving.length; at++) {
            place[leaving[at]] = at;
        }
    }

    /** Of two half-edges that leave one node: whether the first comes first, counter-clockwise from the west. */
    private boolean isBefore(int half, int other) {
        int quarter = direction(half);
        int otherQuarter = direction(other);
        return quarter != otherQuarter ? quarter < otherQuarter : network.side(tail(half), head(half), head(other)) > 0;
    }

    /** 0: to the south; 1: east; 2: to the north; 3: west. */
    private int direction(int half) {
        double dx = network.x(head(half)) - network.x(tail(half));
        double dy = network.y(head(half)) - network.y(tail(half));
        if (dy != 0) {
            return dy < 0 ? 0 : 2;
        }
        return dx > 0 ? 1 : 3;
    }

    private void traceRings() {
        Arrays.fill(ring, -1);
        for (int half = 0; half < ring.length; half++) {
            if (ring[half] < 0) {
                int at = half;
                do {
                    ring[at] = ringStarts.size();
                    at = next(at);
                } while (at != half);
                ringStarts.add(half);
            }
        }
    }

    /** @return false: what the rings say contradicts itself */
    private boolean wind() {
        int[] part = new int[network.nodes()];
        List<Integer> westernmost = parts(part);
        int[][] outside = outside(part, westernmost);
        boolean[] known = new boolean[ringStarts.size()];
        int[] open = new int[ringStarts.size()];
        for (int i = 0; i < westernmost.size(); i++) {
            // Counter-clockwise from the west, the last half-edge has the west on its left.
            int around = ring[leaving[start[westernmost.get(i) + 1] - 1]];
            ofFirst[around] = outside[i][0];
            ofSecond[around] = outside[i][1];
            known[around] = true;
            open[0] = around;
            int left = 1;
            while (left > 0) {
                int begin = ringStarts.get(open[--left]);
                int half = begin;
                do {
                    int its = ring[half];
                    int other = ring[twin(half)];
                    int first = ofFirst[its] - turns(half, true);
                    int second = ofSecond[its] - turns(half, false);
                    if (!known[other]) {
                        known[other] = true;
                        ofFirst[other] = first;
                        ofSecond[other] = second;
                        open[left++] = other;
                    } else if (ofFirst[other] != first || ofSecond[other] != second) {
                        return false;
                    }
                    half = next(half);
                } while (half != begin);
            }
        }
        return true;
    }

    private int turns(int half, boolean first) {
        int forward = first ? network.ofFirst(half >> 1) : network.ofSecond(half >> 1);
        return (half & 1) == 0 ? forward : -forward;
    }

    /**
     * Numbers the parts of the network that hang together, and gives the westernmost node of each, the southernmost
     * of several.
     */
    private List<Integer> parts(int[] part) {
        Arrays.fill(part, -1);
        List<Integer> westernmost = new ArrayList<>();
        int[] open = new int[network.nodes()];
        for (int node = 0; node < part.length; node++) {
            if (part[node] < 0 && start[node] < start[node + 1]) {
                int number = westernmost.size();
                int best = node;
                int left = 0;
                part[node] = number;
                open[left++] = node;
                while (left > 0) {
                    int at = open[--left];
                    if (isWestOf(at, best)) {
                        best = at;
                    }
                    for (int i = start[at]; i < start[at + 1]; i++) {
                        int other = head(leaving[i]);
                        if (part[other] < 0) {
                            part[other] = number;
                            open[left++] = other;
                        }
                    }
                }
                westernmost.add(best);
            }
        }
        return westernmost;
    }

    private boolean isWestOf(int node, int other) {
        return network.x(node) < network.x(other)
                || network.x(node) == network.x(other) && network.y(node) < network.y(other);
    }

    /**
     * How often the curves of the other parts wind around each part: along a ray from its westernmost node to the
     * east.
     */
    private int[][] outside(int[] part, List<Integer> westernmost) {
        int[][] windings = new int[westernmost.size()][2];
        if (windings.length == 1) {
            return windings;
        }
        int[] byLatitude = westernmost.stream()
                .sorted((a, b) -> Double.compare(network.y(a), network.y(b)))
                .mapToInt(node -> node)
                .toArray();
        double[] latitudes = Arrays.stream(byLatitude).mapToDouble(network::y).toArray();
        for (int edge = 0; edge < network.edges(); edge++) {
            boolean up = network.y(network.from(edge)) < network.y(network.to(edge));
            int low = up ? network.from(edge) : network.to(edge);
            int high = up ? network.to(edge) : network.from(edge);
            for (int i = from(latitudes, network.y(low)); i < latitudes.length && latitudes[i] < network.y(high); i++) {
                int node = byLatitude[i];
                if (part[node] != part[low] && isLeft(low, high, node)) {
                    windings[part[node]][0] += up ? network.ofFirst(edge) : -network.ofFirst(edge);
                    windings[part[node]][1] += up ? network.ofSecond(edge) : -network.ofSecond(edge);
                }
            }
        }
        return windings;
    }

    private boolean isLeft(int low, int high, int node) {
        return CGAlgorithmsDD.orientationIndex(
                        network.x(low),
                        network.y(low),
                        network.x(high),
                        network.y(high),
                        network.x(node),
                        network.y(node))
                > 0;
    }

    /** The first that is no less. */
    private static int from(double[] sorted, double least) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
