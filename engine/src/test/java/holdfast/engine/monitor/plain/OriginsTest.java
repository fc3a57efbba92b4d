package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void each_origin_has_one_number_and_is_found_by_it() {
        Random random = new Random(30);
        Origins origins = new Origins();
        List<Origins.Origin> seen = new ArrayList<>();
        Origins.Origin one = origin(random);
        for (int i = 0; i < 3_000; i++) {
            // Often as the one before.
            one = random.nextInt(3) == 0 ? one : origin(random);
            int number = origins.number(one.source(), one.author(), one.basis(), one.beginning());
            if (!seen.contains(one)) {
                seen.add(one);
            }
            assertThat(number).isEqualTo(seen.indexOf(one));
            assertThat(origins.get(number)).isEqualTo(one);
        }
    }

    private static Origins.Origin origin(Random random) {
        return new Origins.Origin(
                random.nextBoolean() ? "the harbour master" : "press",
                random.nextBoolean() ? Optional.empty() : Optional.of("Isle"),
                random.nextBoolean() ? Basis.SEEN : Basis.values()[Basis.values().length - 1],
                random.nextBoolean() ? "e" : "f");
    }
}
