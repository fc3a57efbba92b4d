package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.territory.series.ControlMap;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapReader;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** A year of daily maps, where they are present, beside the areas that an independent tool found. */
class DailyAreasTest {

    @Test
    void everyDayIsWithinAPartInAMillion() throws IOException {
        Path folder = SharedData.folder("deepstate");
        Map<String, Double> expected = new LinkedHashMap<>();
        Files.readAllLines(folder.resolve("areas-by-an-independent-tool.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> expected.put(cells[0], Double.valueOf(cells[1])));
        MapSeries series = MapSeries.open(folder);
        MapReader reader = new MapReader(series.rules());
        Map<String, Double> found = new LinkedHashMap<>();
        for (MapFile file : series.maps()) {
            ControlMap map = reader.read(file);
            assertThat(map.remarks()).isEmpty();
            found.put(
                    map.date().toString(),
                    map.km2().values().stream().mapToDouble(d -> d).sum());
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        // A part in a million is 1e-4 per cent.
        found.forEach(
                (day, km2) -> assertThat(km2).as(day).isCloseTo(expected.get(day), Percentage.withPercentage(1e-4)));
    }
}
