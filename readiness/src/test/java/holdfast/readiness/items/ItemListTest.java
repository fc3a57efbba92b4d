package holdfast.readiness.items;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.ProblemLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a list of items says, and how it says what is wrong with it. */
class ItemListTest {
    private static final String GOOD = """
            # Items
            Prose is not read: item "nonsense.

            ```items
            item "HIMARS" in pieces, also "M142 HIMARS",
              "High Mobility Artillery Rocket System"
            item "M777"                -- a comment
            item "diesel" in kg

            3 "M777" stand in for 1 "HIMARS"
            1 tonne is 1000 kg
            1 kg is 1000 g
            ```
            """;

    private static ItemList.Parsed parsed(String text) {
        return ItemList.parse("items.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String statements) {
        return parsed("```items\n" + statements + "\n```\n").problems().stream()
                .map(p -> ProblemLine.of(p))
                .toList();
    }

    @Test
    void anItemIsFoundByEveryNameThatItHas() {
        ItemList list = parsed(GOOD).items().orElseThrow();
        for (String name : List.of("HIMARS", "himars", "M142  HIMARS", "high mobility artillery rocket system ")) {
            assertThat(list.item(name, Optional.empty())).map(Item::name).contains("HIMARS");
        }
        assertThat(list.item("HIMAR", Optional.empty())).isEmpty();
        assertThat(list.help("HIMAR")).startsWith("did you mean `HIMARS`?");
        assertThat(list.standIns())
                .containsExactly(new StandIn("M777", BigDecimal.valueOf(3), "HIMARS", BigDecimal.ONE));
    }

    @Test
    void unitsConvertBothWaysAndByWayOfOthers() {
        ItemList list = parsed(GOOD).items().orElseThrow();
        Item diesel = list.item("diesel", Optional.empty()).orElseThrow();
        assertThat(list.inOwnUnit(diesel, new BigDecimal("2.5"), Optional.of("tonne"))
                        .orElseThrow())
                .isEqualByComparingTo("2500");
        assertThat(list.inOwnUnit(diesel, new BigDecimal("50"), Optional.of("g"))
                        .orElseThrow())
                .isEqualByComparingTo("0.05");
        assertThat(list.inOwnUnit(diesel, BigDecimal.ONE, Optional.of("litre"))).isEmpty();
        assertThat(list.inOwnUnit(diesel, BigDecimal.ONE, Optional.empty())).contains(BigDecimal.ONE);
    }

    @Test
    void capitalsOfAUnitMakeNoDifferenceUnlessTheListHasBoth() {
        ItemList list = parsed("```items\nitem \"dye\" in g\n1 mg is 0.001 g\n1 Mg is 1000000 g\n1 Kg is 1000 g\n```\n")
                .items()
                .orElseThrow();
        Item dye = list.item("dye", Optional.empty()).orElseThrow();
        assertThat(list.inOwnUnit(dye, BigDecimal.ONE, Optional.of("KG"))).contains(new BigDecimal("1000"));
        assertThat(list.inOwnUnit(dye, BigDecimal.ONE, Optional.of("Mg")).orElseThrow())
                .isEqualByComparingTo("1000000");
        assertThat(list.inOwnUnit(dye, BigDecimal.ONE, Optional.of("MG")))
                .as("it may be either")
                .isEmpty();
    }

    @Test
    void moneyIsAddedUpInOneCurrencyByTheRatesOfTheList() {
        ItemList list = parsed("```items\nmoney in EUR\n1 USD is 0.92 EUR\n```\n")
                .items()
                .orElseThrow();
        assertThat(list.money(new BigDecimal("100"), "usd").amount()).isEqualByComparingTo("92");
        assertThat(list.inCurrency(BigDecimal.ONE, "CHF")).isEmpty();
        assertThat(ItemList.NONE.money(BigDecimal.ONE, "thl").currency()).isEqualTo("THL");
        assertThat(problems("money in EUR\nmoney in USD"))
                .singleElement()
                .asString()
                .contains("`EUR` was said already");
    }

    @Test
    void withoutAListEachNameIsAnItemOfItsOwn() {
        assertThat(ItemList.NONE.item("diesel", Optional.of("kg")))
                .map(Item::name)
                .contains("diesel, kg");
        assertThat(ItemList.NONE.item("diesel", Optional.empty()))
                .map(Item::unit)
                .contains("pieces");
    }

    @Test
    void anItemThatIsThereTwiceIsRefused() {
        assertThat(problems("item \"A1\"\nitem \"a1\""))
                .singleElement()
                .asString()
                .contains("items.md:3", "`a1` is an item already, in line 2", "put its names into one statement");
    }

    @Test
    void aNameOfTwoItemsIsRefused() {
        assertThat(problems("item \"A1\", also \"X\"\nitem \"A2\", also \"x\""))
                .singleElement()
                .asString()
                .contains("`x` is a name of `A1` and of `A2`: line 2");
        assertThat(problems("item \"A1\", also \"X\"\nitem \"X\""))
                .singleElement()
                .asString()
                .contains("`X` is another name of `A1`");
    }

    @Test
    void aStandInOfAnUnknownItemIsRefusedWithTheNearest() {
        assertThat(problems("item \"launcher\"\nitem \"gun\"\n2 \"gun\" stand in for 1 \"launcer\""))
                .singleElement()
                .asString()
                .contains("there is no item `launcer`", "did you mean `launcher`?");
    }

    @Test
    void aCircleOfStandInsIsRefused() {
        assertThat(problems("item \"A1\"\nitem \"B1\"\nitem \"C1\"\n2 \"A1\" stand in for 1 \"B1\"\n"
                        + "1 \"B1\" stands in for 1 \"C1\"\n1 \"C1\" stands in for 1 \"A1\""))
                .singleElement()
                .asString()
                .contains("`C1` would stand in for itself, by way of `A1`");
    }

    @Test
    void aQuantityNotAboveZeroIsRefused() {
        assertThat(problems("item \"A1\"\nitem \"B1\"\n-2 \"A1\" stand in for 1 \"B1\"\n0 t is 5 kg"))
                .hasSize(2)
                .allMatch(p -> p.contains("is not above 0"));
    }

    @Test
    void aUnitInACircleIsRefused() {
        assertThat(problems("1 t is 1000 kg\n1 kg is 0.001 t"))
                .singleElement()
                .asString()
                .contains("is made of");
    }

    @Test
    void afterAWrongStatementTheNextIsRead() {
        assertThat(problems("item launcher in pieces\nitem \"B1\" at kg\nitems \"C1\"\nitem \"D1\nitem \"E1\""))
                .hasSize(4)
                .first()
                .asString()
                .contains("items.md:2", "the item's name in quotation marks", "write `\"launcher\"`");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAPageWhoseExampleHasIt(ItemCode code) throws IOException {
        String page = Files.readString(Path.of("../docs/diagnostics", code.label() + ".md"));
        assertThat(page).startsWith("# " + code.label() + ": ").contains("**The mend.** ", "**Why.** ");
        Matcher example = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$").matcher(page);
        if (code != ItemCode.CANNOT_BE_READ) {
            assertThat(example.find()).isTrue();
            assertThat(parsed(example.group(1)).problems()).isNotEmpty().allMatch(p -> p.code() == code);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(ItemList.parse("items.md", new byte[] {'a', (byte) 0xff, 'b'})
                        .problems())
                .singleElement()
                .matches(p -> p.code() == ItemCode.CANNOT_BE_READ);
    }

    @Test
    void aDamagedListIsRefusedOrTakenAndNothingIsThrown() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder damaged = new StringBuilder(GOOD);
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, "\"`1,-.\n;é".charAt(random.nextInt(9)));
                    default -> damaged.setCharAt(at, (char) (32 + random.nextInt(90)));
                }
            }
            ItemList.Parsed parsed = parsed(damaged.toString());
            assertThat(parsed.items().isPresent())
                    .as("seed " + seed)
                    .isEqualTo(parsed.problems().isEmpty());
            assertThat(parsed.problems())
                    .as("seed " + seed)
                    .allMatch(p -> !ProblemLine.of(p).isBlank());
        }
    }
}
