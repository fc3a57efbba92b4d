package holdfast.reference.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Choices that depend on the seed alone. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        // neighbouring seeds must not begin alike
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From least to most, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    final <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** An index, each as likely as its weight. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** Some of them, in their order: at least so many. */
    <T> List<T> some(List<T> from, int least) {
        List<T> left = new ArrayList<>(from);
        int keep = between(Math.min(least, from.size()), from.size());
        while (left.size() > keep) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    <T> List<T> shuffled(List<T> from) {
        List<T> copy = new ArrayList<>(from);
        java.util.Collections.shuffle(copy, random);
        return copy;
    }
}
