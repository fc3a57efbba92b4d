package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The workbook of the Kiel Institute as it is, read through the published mappings where it is present. The sums were added up from the sheets' cells by
 * another program.
 */
class SupportTrackerTest {
    private static final String WORKBOOK = "kiel/ukraine-support-tracker-release-7.xlsx";
    private static final List<String> GIVERS =
            List.of("Germany", "France", "Poland", "UnitedKingdom", "UnitedStates");

    @Test
    void heavyWeaponsThatWerePledgedAddUpByGiverAndByItem() {
        Loaded pledged = read("ukraine-support-pledged.md", everybody());
        assertThat(pledged.records()).hasSize(36);
        assertThat(total(pledged)).isEqualByComparingTo("1769");
        assertThat(sums(pledged, "by"))
                .isEqualTo(counts("Australia 94; Canada 43; Czech Republic 45; Denmark 50; France 18; Germany 29;"
                        + " Greece 40; Latvia 6; Lithuania 80; Netherlands 8; Norway 39; Poland 298; Portugal 24;"
                        + " Slovakia 30; Slovenia 63; UnitedKingdom 146; UnitedStates 756"));
        assertThat(sums(pledged, "item"))
                .isEqualTo(counts("AHS Krab self-propelled howitzer 18; Armoured Combat Support Vehicles (ACSV) 39;"
                        + " BMP-1 110; BVP-1 infantry fighting vehicle 5; Bushmaster Protected Mobility Vehicles 60;"
                        + " CAESAR artillery howitzer 18; HIMARS 142 multiple rocket launcher 30; IVECO LAV 3 14;"
                        + " Iveco M 40.12 WM/P 4x4 armored vehicle 4; M109 A3GM 155mm howitzer 48;"
                        + " M113 armored personnel carrier 373; M114 155mm Howitzer 5; M270 weapon system 6;"
                        + " M270 weapon system (Norway) 3; M777 howitzer 136; M80A infantry fighting vehicle 35;"
                        + " Mars II 5; Mastiff 6x6, Wolfhound and Husky armoured vehicle 120;"
                        + " Modified T-72 tank (T-72A/T-72M1/M1R) 260; Panzerhaubitze 2000 22;"
                        + " RM-70 multiple rocket launcher 20; T-55 tank 28;"
                        + " armored high mobility multipurpose wheeled vehicle 410"));
    }

    @Test
    void heavyWeaponsThatWereDeliveredAddUpByGiverAndByItem() {
        Loaded delivered = read("ukraine-support-delivered.md", everybody());
        assertThat(delivered.records()).hasSize(27);
        assertThat(total(delivered)).isEqualByComparingTo("1133");
        assertThat(sums(delivered, "by"))
                .isEqualTo(counts("Australia 94; Canada 4; Czech Republic 37; France 18; Germany 23; Latvia 6;"
                        + " Lithuania 20; Netherlands 5; Norway 36; Poland 298; Portugal 14; Slovenia 35;"
                        + " UnitedKingdom 123; UnitedStates 420"))
                .doesNotContainKey("Denmark");
        assertThat(sums(delivered, "item"))
                .isEqualTo(counts("AHS Krab self-propelled howitzer 18; BMP-1 40; BVP-1 infantry fighting vehicle 5;"
                        + " Bushmaster Protected Mobility Vehicles 60; CAESAR artillery howitzer 18;"
                        + " HIMARS 142 multiple rocket launcher 12; IVECO LAV 3 14; M109 A3GM 155mm howitzer 28;"
                        + " M113 armored personnel carrier 262; M270 weapon system 3; M777 howitzer 118;"
                        + " M80A infantry fighting vehicle 35; Mars II 3;"
                        + " Mastiff 6x6, Wolfhound and Husky armoured vehicle 120;"
                        + " Modified T-72 tank (T-72A/T-72M1/M1R) 252; Panzerhaubitze 2000 15;"
                        + " RM-70 multiple rocket launcher 20; armored high mobility multipurpose wheeled vehicle 110"));
    }

    private static Loaded read(String mapping, Agreement agreement) {
        Path workbook = SharedData.file(WORKBOOK);
        RecordSource source =
                new RecordSource(holdfast.intake.rows.Input.of(workbook), Optional.of(SharedData.published(mapping)));
        Loaded loaded = Loaded.from(List.of(source), agreement, ReadOptions.DEFAULT);
        assertThat(loaded.report().problems().stream().filter(p -> p.isError())).isEmpty();
        return loaded;
    }

    /** A text that names all givers of the workbook. */
    private static Agreement everybody() {
        List<String> actors = new ArrayList<>(GIVERS);
        actors.addAll(List.of(
                ("Australia;Austria;Belgium;Bulgaria;Canada;China;Croatia;Cyprus;Czech Republic;Denmark;Estonia;"
                                + "EU (Commission and Council);European Investment Bank;European Peace Facility;Finland;"
                                + "Greece;Hungary;India;Ireland;Italy;Japan;Latvia;Lithuania;Luxembourg;Malta;Netherlands;"
                                + "New Zealand;Norway;Portugal;Romania;Slovakia;Slovenia;South Korea;Spain;Sweden;"
                                + "Switzerland;Taiwan;Turkey")
                        .split(";")));
        return givenBy(actors);
    }

    private static Agreement givenBy(List<String> actors) {
        return Agreements.of(
                actors,
                Agreements.event("pledge", "by party", "item text", "quantity number", "due date"),
                Agreements.event("delivery", "by party", "item text", "quantity number"));
    }

    private static BigDecimal total(Loaded loaded) {
        return sums(loaded, "by").values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> sums(Loaded loaded, String attribute) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Record record : loaded.records()) {
            Map<String, Value> values = ((Record.Observation) record).values();
            sums.merge(
                    words(values.get(attribute)), ((Value.Number) values.get("quantity")).number(), BigDecimal::add);
        }
        sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static String words(Value value) {
        return value instanceof Value.Actor(String name) ? name : ((Value.Text) value).text();
    }

    private static Map<String, BigDecimal> counts(String written) {
        Map<String, BigDecimal> counts = new TreeMap<>();
        Arrays.stream(written.split("; ")).map(String::strip).forEach(one -> {
            int blank = one.lastIndexOf(' ');
            counts.put(
                    one.substring(0, blank),
                    new BigDecimal(one.substring(blank + 1)).stripTrailingZeros());
        });
        return counts;
    }
}
