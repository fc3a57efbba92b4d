package holdfast.territory.cut;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Which edges may meet: pairs whose envelopes do, each once. The edges lie in a grid with several cells for each of
 * them, since borders leave most cells empty: of edges that are short against the whole only neighbours are looked
 * at.
 */
final class EdgePairs {
    static final int NUMBERS = 4;

    /** Of so few, each is held against each. */
    private static final int FEW = 24;

    private static final int FINER = 4;
    private static final int MOST_COLUMNS = 512;

    /** West, south, east and north of each edge. */
    private final double[] boxes;

    private final int size;
    private final Taker taker;

    /** Hears a pair; the first number is the smaller one. */
    interface Taker {
        /** @return whether to go on */
        boolean take(int edge, int other);
    }

    private EdgePairs(double[] ends, int size, Taker taker) {
        this.boxes = new double[NUMBERS * size];
        for (int at = 0; at < boxes.length; at += NUMBERS) {
            boxes[at] = Math.min(ends[at], ends[at + 2]);
            boxes[at + 1] = Math.min(ends[at + 1], ends[at + 3]);
            boxes[at + 2] = Math.max(ends[at], ends[at + 2]);
            boxes[at + 3] = Math.max(ends[at + 1], ends[at + 3]);
        }
        this.size = size;
        this.taker = taker;
    }

    /**
     * @param ends of each edge, x and y of one end, x and y of the other one
     * @return whether all pairs were taken
     */
    static boolean each(double[] ends, int size, Taker taker) {
        EdgePairs pairs = new EdgePairs(ends, size, taker);
        return size <= FEW ? pairs.each() : pairs.eachByCells();
    }

    /**
     * On which side of an edge a place lies: 1 left, -1 right, 0 on its line.
     *
     * @param edge where its numbers begin among {@code ends}
     * @param place where those of the place begin
     */
    static int side(double[] ends, int edge, int place) {
        return CGAlgorithmsDD.orientationIndex(
                ends[edge], ends[edge + 1], ends[edge + 2], ends[edge + 3], ends[place], ends[place + 1]);
    }

    private boolean each() {
        for (int edge = 0; edge < size; edge++) {
            for (int other = edge + 1; other < size; other++) {
                if (meet(edge, other) && !taker.take(edge, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double west(int edge) {
        return boxes[NUMBERS * edge];
    }

    private double south(int edge) {
        return boxes[NUMBERS * edge + 1];
    }

    private double east(int edge) {
        return boxes[NUMBERS * edge + 2];
    }

    private double north(int edge) {
        return boxes[NUMBERS * edge + 3];
    }

    private boolean meet(int edge, int other) {
        int a = NUMBERS * edge;
        int b = NUMBERS * other;
        return boxes[a] <= boxes[b + 2]
                && boxes[b] <= boxes[a + 2]
                && boxes[a + 1] <= boxes[b + 3]
                && boxes[b + 1] <= boxes[a + 3];
    }

    private boolean eachByCells() {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int edge = 0; edge < size; edge++) {
            minX = Math.min(minX, west(edge));
            minY = Math.min(minY, south(edge));
            maxX = Math.max(maxX, east(edge));
            maxY = Math.max(maxY, north(edge));
        }
        int columns = Math.clamp((int) (FINER * Math.sqrt(size)), 1, MOST_COLUMNS);
        return new Cells(minX, minY, columns / wide(maxX - minX), columns / wide(maxY - minY), columns).each();
    }

    private static double wide(double extent) {
        return Math.max(extent, Double.MIN_NORMAL);
    }

    /** Of each cell a list of the edges whose envelopes reach into it. */
    private final class Cells {
        private final double minX;
        private final double minY;
        private final double perX;
        private final double perY;
        private final int columns;
        private final int[] first;
        private int[] edges;
        private int[] next;
        private int used;

        /** Two edges may share several cells: against which one each was held last. */
        private final int[] lastAgainst = new int[size];

        private Cells(double minX, double minY, double perX, double perY, int columns) {
            this.minX = minX;
            this.minY = minY;
            this.perX = perX;
            this.perY = perY;
            this.columns = columns;
            this.first = new int[columns * columns];
            Arrays.fill(first, -1);
            this.edges = new int[4 * size];
            this.next = new int[4 * size];
        }

        private int column(double x) {
            return Math.clamp((int) ((x - minX) * perX), 0, columns - 1);
        }

        private int row(double y) {
            return Math.clamp((int) ((y - minY) * perY), 0, columns - 1);
        }

        private boolean each() {
            for (int edge = 0; edge < size; edge++) {
                int west = column(west(edge));
                int east = column(east(edge));
                int north = row(north(edge));
                for (int row = row(south(edge)); row <= north; row++) {
                    for (int column = west; column <= east; column++) {
                        if (!against(edge, column, row)) {
                            return false;
                        }
                        put(edge, row * columns + column);
                    }
                }
            }
            return true;
        }

        private boolean against(int edge, int column, int row) {
            for (int at = first[row * columns + column]; at >= 0; at = next[at]) {
                int other = edges[at];
                if (lastAgainst[other] != edge) {
                    lastAgainst[other] = edge;
                    if (meet(edge, other) && !taker.take(other, edge)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void put(int edge, int cell) {
            if (used == edges.length) {
                edges = Arrays.copyOf(edges, 2 * used);
                next = Arrays.copyOf(next, 2 * used);
            }
            edges[used] = edge;
            next[used] = first[cell];
            first[cell] = used++;
        }
    }
}
