package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.ProblemLine;
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
    private static final List<String> GIVERS = List.of("Germany", "France", "Poland", "UnitedKingdom", "UnitedStates");

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
                .isEqualTo(
                        counts(
                                "AHS Krab self-propelled howitzer 18; BMP-1 40; BVP-1 infantry fighting vehicle 5;"
                                        + " Bushmaster Protected Mobility Vehicles 60; CAESAR artillery howitzer 18;"
                                        + " HIMARS 142 multiple rocket launcher 12; IVECO LAV 3 14; M109 A3GM 155mm howitzer 28;"
                                        + " M113 armored personnel carrier 262; M270 weapon system 3; M777 howitzer 118;"
                                        + " M80A infantry fighting vehicle 35; Mars II 3;"
                                        + " Mastiff 6x6, Wolfhound and Husky armoured vehicle 120;"
                                        + " Modified T-72 tank (T-72A/T-72M1/M1R) 252; Panzerhaubitze 2000 15;"
                                        + " RM-70 multiple rocket launcher 20; armored high mobility multipurpose wheeled vehicle 110"));
    }

    @Test
    void eachCellThatCannotBeReadIsToldWithItsSheetAndIsNotGuessed() {
        Loaded pledged = read("ukraine-support-bilateral.md", everybody());
        assertThat(unread(pledged))
                .containsExactlyInAnyOrder(
                        "unspecified | C149",
                        "until 3/10/2022 | C150 to C151, C165, C263",
                        "unclear, 04/22 | C158 to C159",
                        "not specified, 03/22 | C171 to C174",
                        "not specified, 05/22 | C176",
                        "until 5/31/2022 | C186 to C188",
                        "until 6/7/2022 | C193 to C212, C576 to C579",
                        "2922-02-09 | C214",
                        "until 7/29/2022 | C219",
                        "between 3/4/22 & 3/11/22 | C230",
                        "until 4/13/2022 | C291",
                        "until 5/6/2022 | C297",
                        "until 7/27/2022 | C305 to C376",
                        "until 9/28/2022 | C377 to C392",
                        "until 3/15/2022 | C400 to C402",
                        "until 4/20/2022 | C420",
                        "until  5/7/2022 | C425",
                        "until 3/26/2022 | C432",
                        "until 4/6/2022 | C475",
                        "until 4/6/2023 | C476",
                        "until 4/6/2024 | C477",
                        "until 4/6/2025 | C478",
                        "until 4/6/2026 | C479",
                        "until 4/6/2027 | C480",
                        "until 7/7/2022 | C481",
                        "until 3/16/2022 | C487",
                        "until 4/9/2022 | C506",
                        "until 5/5/2022 | C516",
                        "until 6/9/2022 | C536",
                        "since 2/24/2022 | C543",
                        "until 4/27/2022 | C568 to C575, C589 to C590",
                        "until 6/7/2023 | C580",
                        "until 5/11/2022 | C592",
                        "until 6/27/2022 | C598 to C609",
                        "until 6/14/2022 | C675 to C676",
                        "until 4/8/2022 | C684",
                        "until 5/4/2022 | C704",
                        "until 9/3/2022 | C752",
                        "until 6/17/2022 | C774",
                        "undisclosed | M7 to M11, M13 to M14, M16, M21, M93 to M96, M100 to M101, M103, M108 to M110, "
                                + "M183 to M185, M213, M216 to M218, M280, M282 to M283, M296, M424, M449 to M452, M460 to M467, "
                                + "M488 to M490, M494 to M498, M500 to M502, M512 to M514, M535, M538 to M539, M548, M559, M566, "
                                + "M583, M585 to M587, M610, M616 to M622, M634 to M637, M672 to M674, M678, M689, M695 to M696, "
                                + "M698 to M699, M716, M720, M753, M758 to M760, M763, M765, M767 to M771, M773, M781, M818, M825,"
                                + " M829 to M831, M836 to M837, M841, M850 to M853, M862, M866, M868, M875 to M876, M878, M881 to "
                                + "M883, M885, M888 to M890, M892, M896, M898, M900 to M903, M908, M913 to M920, M923, M928, M930 "
                                + "to M932, M938 to M956, M958, M960 to M972, M975 to M976, M982, M986 to M989, M991, M998 to "
                                + "M1002",
                        ". | M22, M55 to M66, M190, M224, M393, M588, M646, M844 to M846",
                        "915466.437409393 | H226, H235 to H236, H240 to H241",
                        "25732856.2759179 | H497, H501",
                        "Undisclosed | M756",
                        "1.000.00 | M856",
                        "6.000.00 | M858",
                        "15.000.00 | M859");
        assertThat(pledged.report().problems())
                .filteredOn(p -> p.found().contains("left out"))
                .allSatisfy(p ->
                        assertThat(ProblemLine.of(p)).contains(", sheet \"Bilateral assistance, MAIN DATA\", cell "));
    }

    @Test
    void pledgesInMoneyKeepTheirCurrencyAndCountOnceForAPackage() {
        Loaded pledged = read("ukraine-support-bilateral.md", everybody());
        Map<String, BigDecimal> sums = sums(pledged, "item");
        sums.keySet().removeIf(item -> !item.matches("[A-Z]{3}"));
        assertThat(sums)
                .isEqualTo(counts("AUD 446900000; CAD 3767550000; CHF 100000000; CNY 15000000; CZK 1764563550;"
                        + " DKK 1870000000; EUR 24497406415; GBP 4461100000; HRK 134616800; HUF 328000000;"
                        + " NOK 450000000; NZD 25100000; PLN 30000000; RON 5000000; SEK 3707700000; USD 36699000000"));
        List<Record> goods = pledged.records().stream()
                .filter(r ->
                        !words(((Record.Observation) r).values().get("item")).matches("[A-Z]{3}"))
                .toList();
        assertThat(pledged.records()).hasSize(255 + 390);
        assertThat(goods).hasSize(390);
        assertThat(goods.stream()
                        .map(r -> ((Value.Number)
                                        ((Record.Observation) r).values().get("quantity"))
                                .number())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("62591669.725");
    }

    @Test
    void aGiverWhomTheTextDoesNotNameIsLeftOutAndCountedByName() {
        Loaded pledged = read("ukraine-support-pledged.md", givenBy(GIVERS));
        assertThat(total(pledged)).isEqualByComparingTo("1247");
        assertThat(pledged.report().leftOut())
                .containsEntry("a giver whom the agreement does not name: Denmark", 1L)
                .containsEntry("a giver whom the agreement does not name: Czech Republic", 3L)
                .hasSize(13);
    }

    /** What was left out, as {@code text | cells}. */
    private static List<String> unread(Loaded loaded) {
        return loaded.report().problems().stream()
                .filter(p -> p.found().contains("; left out"))
                .map(p -> {
                    String text = p.found().substring(1, p.found().indexOf('`', 1));
                    int cells = p.found().indexOf(" that hold it: ");
                    return text + " | "
                            + (cells < 0
                                    ? ((Place.InSheet) p.place()).cell()
                                    : p.found().substring(cells + 15));
                })
                .toList();
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
            sums.merge(words(values.get(attribute)), ((Value.Number) values.get("quantity")).number(), BigDecimal::add);
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
            counts.put(one.substring(0, blank), new BigDecimal(one.substring(blank + 1)).stripTrailingZeros());
        });
        return counts;
    }
}
