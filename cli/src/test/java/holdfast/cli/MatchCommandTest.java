package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/match.md, and tables that are wrong. */
class MatchCommandTest {
    private static final Path EXAMPLE = Path.of("../docs/match");

    @TempDir
    Path temp;

    private static Typed example(Object... more) {
        Object[] words = new Object[7 + more.length];
        Object[] usual = {
            "match",
            "--needs",
            EXAMPLE.resolve("needs.csv"),
            "--offers",
            EXAMPLE.resolve("offers.csv"),
            "--items",
            EXAMPLE.resolve("items.csv")
        };
        System.arraycopy(usual, 0, words, 0, usual.length);
        System.arraycopy(more, 0, words, usual.length, more.length);
        return Typed.run(words);
    }

    @Test
    void theFirstLinesSayWhatIsMetAndWhyTheRestIsNot() {
        Typed run = example();
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("1 of 6 needs are met by their day\n")
                .contains("This is the best plan there is: that is proven.")
                .contains("- os-1 of Ostland comes 9 days late, in use on 2026-05-10")
                .contains("- offered on a condition only: su-1 (if parliament agrees)")
                .contains("One more offer: 15000 155 mm shell, there by 2026-05-01. depot-shells would be met.")
                .contains("40 light carrier (count as 26.666667) from Sudland, offer su-2");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        Typed run = example("--json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/match.schema.json")))
                        .validate(run.out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void asAPageThereAreTheAnswerThePlanAndWhatStandsInForWhat() throws IOException {
        Path page = temp.resolve("plan.html");
        Path text = temp.resolve("plan.md");
        Typed run = example("--html", page, "--markdown", text);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("What stands in for what");
        assertThat(Files.readString(text))
                .contains(
                        "1 of 6 needs are met by their day", "What would help most, one more offer: 15000 155 mm shell")
                .contains("offered on a condition only: su-1");
        byte[] before = Files.readAllBytes(page);
        example("--html", page);
        assertThat(Files.readAllBytes(page)).isEqualTo(before);
    }

    @Test
    void inPublicThereAreSumsAlone() throws IOException {
        Path page = temp.resolve("public.html");
        example("--public", "--html", page);
        for (String said : List.of(example("--public").out(), Files.readString(page))) {
            assertThat(said)
                    .contains("155 mm shell")
                    .doesNotContain("Sudland", "Norland", "su-2", "depot-shells", "brigade-1-ad", "parliament");
        }
        assertThat(example("--public").out().replaceAll("\\s+", " "))
                .contains("from one giver alone, so that it is no sum");
        assertThat(example("--public", "--json").status()).isEqualTo(2);
    }

    @Test
    void plannedAgainFromItsPlanNothingChanges() throws IOException {
        String json = example("--json").out();
        Path plan = Files.writeString(temp.resolve("plan.json"), json);
        String again = example("--json", "--plan", plan).out();
        assertThat(plan(again)).isEqualTo(plan(json));
        assertThat(again).contains("deliveries of the earlier plan not kept");
    }

    private static String plan(String json) {
        return json.substring(json.indexOf("\"plan\""));
    }

    @Test
    void whatIsWrongIsSaidWithLineAndColumnAllAtOnce() throws IOException {
        Path needs = Files.writeString(
                temp.resolve("needs.csv"),
                "id,item,quantity,by_day,priority\nn1,tank,twelve,2026-13-01,1\nn2,tank,3,2026-03-01,\nn3,tank,3\n");
        Path offers = Files.writeString(temp.resolve("offers.csv"), "id,giver,item,quantity,from\n");
        Typed run = Typed.run("match", "--needs", needs, "--offers", offers);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("needs.csv, line 2, column `quantity`: `twelve`; expected a number such as 12 or 2.5")
                .contains("needs.csv, line 2, column `by_day`: `2026-13-01`; expected a day such as 2026-03-01")
                .contains("needs.csv, line 3, column `priority`: nothing stands here; expected a whole number")
                .contains("needs.csv, line 4: 3 cells; expected 5, as many as the heading has")
                .contains("offers.csv, line 1, column `from`: this column is not known")
                .contains("offers.csv, line 1, column `available_from`: this column is missing");
    }

    @Test
    void whatOnlyShowsTogetherIsSaidWithLineAndColumn() throws IOException {
        Path needs = Files.writeString(
                temp.resolve("needs.csv"),
                "id,item,quantity,by_day,priority\nn1,tank,-2,2026-03-01,1\nn1,tank,2,2026-03-01,1\n");
        Path offers = Files.writeString(
                temp.resolve("offers.csv"),
                "id,giver,item,quantity,available_from,condition\no1,N,tank,2,2026-03-01,offer o1\n");
        Typed run = Typed.run("match", "--needs", needs, "--offers", offers);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("needs.csv, line 3, column `id`: need `n1`: it is there twice")
                .contains("column `quantity`: need `n1`: `-2` is below zero")
                .contains("offers.csv, line 2, column `condition`: offer `o1`: it hangs on itself: o1 on o1");
    }

    @Test
    void whatACellSaysAndWhatOnlyShowsTogetherIsSaidInOneStep() throws IOException {
        Path needs = Files.writeString(
                temp.resolve("needs.csv"),
                "id,item,quantity,by_day,priority\nn1,tank,twelve,2026-03-01,12\nn2,tank,-2,2026-03-01,1\n");
        Path offers = Files.writeString(
                temp.resolve("offers.csv"),
                "id,giver,item,quantity,available_from,minimum_lot\no1,N,tank,two,2026-03-01,5\n");
        Typed run = Typed.run("match", "--needs", needs, "--offers", offers);
        assertThat(run.err())
                .contains("needs.csv, line 2, column `quantity`: `twelve`")
                .contains("needs.csv, line 3, column `quantity`: need `n2`: `-2` is below zero")
                .contains("offers.csv, line 2, column `quantity`: `two`")
                .doesNotContain("least lot");
    }

    @Test
    void whatStandsInForItselfByWayOfOthersIsRefusedWithItsLines() throws IOException {
        Path items = Files.writeString(
                temp.resolve("items.csv"), "item,stands_in_for\ncart,sledge\nsledge,mule\nmule,cart\nhorse,mule\n");
        Typed run = Typed.run(
                "match",
                "--needs",
                EXAMPLE.resolve("needs.csv"),
                "--offers",
                EXAMPLE.resolve("offers.csv"),
                "--items",
                items);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("items.csv, line 2, column `stands_in_for`: stand-in `cart for sledge`: `cart` would stand in"
                        + " for itself: cart for sledge for mule for cart")
                .contains("items.csv, line 4, column")
                .doesNotContain("items.csv, line 5");
    }

    @Test
    void aListOfItemsIsNoTableOfThem() {
        Typed run = Typed.run(
                "match",
                "--needs",
                EXAMPLE.resolve("needs.csv"),
                "--offers",
                EXAMPLE.resolve("offers.csv"),
                "--items",
                Path.of("../docs/readiness/items.md"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is a list of items", "a table with a column `item`");
    }

    @Test
    void aPlanThatIsNoneIsSaid() throws IOException {
        Path plan = Files.writeString(temp.resolve("plan.json"), "{\"plan\": [{\"need\": 1}]}");
        assertThat(example("--plan", plan).err()).contains("entry 1 of `plan` is no delivery");
        Files.writeString(plan, "no");
        assertThat(example("--plan", plan).err()).contains("is no JSON");
        assertThat(example("--plan", temp.resolve("none.json")).status()).isEqualTo(2);
    }

    @Test
    void damagedTablesAreRefusedOrTaken() throws IOException {
        String whole = Files.readString(EXAMPLE.resolve("offers.csv"));
        for (int seed = 0; seed < 25; seed++) {
            int at = 7 * seed % whole.length();
            String damaged =
                    whole.substring(0, at) + "\",\u0000-9e9\n".charAt(seed % 8) + whole.substring(at + seed % 3);
            Path offers = Files.writeString(temp.resolve("offers.csv"), damaged);
            Typed.ends(seed, "match", "--needs", EXAMPLE.resolve("needs.csv"), "--offers", offers);
        }
    }
}
