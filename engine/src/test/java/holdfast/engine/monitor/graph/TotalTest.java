package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Seeds;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** A sum is what it is on paper, however large its parts are. */
class TotalTest {

    @Test
    void reachesWhatItIs() {
        Total total = new Total();
        total.add(3);
        total.add(4);
        assertThat(total.reaches(7)).isTrue();
        assertThat(total.reaches(8)).isFalse();
    }

    @Test
    void whatOverflowsAndComesBackIsNotLost() {
        Total total = new Total();
        total.add(Long.MAX_VALUE);
        total.add(Long.MAX_VALUE);
        assertThat(total.reaches(Long.MAX_VALUE)).isTrue();
        total.add(-Long.MAX_VALUE);
        total.add(-Long.MAX_VALUE);
        assertThat(total.reaches(0)).isTrue();
        assertThat(total.reaches(1)).isFalse();
    }

    @Test
    void isTheSum() {
        Seeds.each(50, random -> {
            Total total = new Total();
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < 60; i++) {
                long number = random.nextLong() >> random.nextInt(20);
                total.add(number);
                sum = sum.add(BigInteger.valueOf(number));
                long needed = random.nextInt(3) == 0 ? sum.longValue() : random.nextLong();
                assertThat(total.reaches(needed)).isEqualTo(sum.compareTo(BigInteger.valueOf(needed)) >= 0);
            }
        });
    }
}
