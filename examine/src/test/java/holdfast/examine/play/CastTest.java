package holdfast.examine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who breaks its word is gone through in the order given, in every process alike: of those who are alike the first is tried. */
class CastTest {
    @Test
    void whoBreaksItsWordStandsInTheOrderGiven() {
        List<String> names =
                IntStream.range(0, 12).mapToObj(i -> "Guarantor" + i).toList();
        assertThat(new Cast(new LinkedHashSet<>(names)).breakers()).containsExactlyElementsOf(names);
        assertThat(new Cast(new LinkedHashSet<>(names.reversed())).nays()).containsExactlyElementsOf(names.reversed());
    }
}
