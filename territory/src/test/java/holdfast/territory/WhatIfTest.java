package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What if a ceasefire had fixed the line on 1 August 2024: over real maps, where they are present. */
class WhatIfTest {

    @Test
    void theLineOfTheFirstOfAugust() throws IOException {
        LocalDate fixed = LocalDate.of(2024, 8, 1);
        MapSeries whole = MapSeries.open(SharedData.folder("deepstate"));
        Line line = Line.on(fixed, whole, Optional.empty());
        MapSeries august = whole.within(Optional.of(fixed), Optional.of(LocalDate.of(2024, 8, 31)));
        Territory territory = Territory.read(august, List.of(), List.of(line), 1, day -> {}, MapProgress.NONE);
        assertThat(territory.missing()).containsExactly(LocalDate.of(2024, 8, 18), LocalDate.of(2024, 8, 19));
        LineSummary summary = territory.line().orElseThrow();
        Beyond breach = summary.breach().orElseThrow();
        assertThat(breach.date()).isEqualTo(LocalDate.of(2024, 8, 2));
        assertThat(breach.known()).contains(LocalDate.of(2024, 8, 5));
        // Ground beyond the line, less ground given up on this side of it, is the difference of the areas that the
        // independent tool found.
        Beyond last = summary.days().getLast();
        assertThat(last.km2() - last.lostKm2()).isCloseTo(109_839.956 - 109_495.155, Offset.offset(0.002));
    }
}
