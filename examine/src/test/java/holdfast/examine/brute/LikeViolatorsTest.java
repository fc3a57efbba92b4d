package holdfast.examine.brute;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.found.Bounds;
import holdfast.examine.play.Workers;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Remembered;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of violators between whom the text makes no difference one is played, and what came of it is told of the others: it is what comes of playing each, to the letter. */
class LikeViolatorsTest {
    private static final Path AGREEMENTS = Path.of("..", "agreements");
    private static final long CASES = Long.getLong("likes", 120);
    private static final List<String> NAMES = List.of("Moss", "Birch", "Zinnia", "Aster", "Fern");

    @Test
    void theyComeToTheSameInRandomTexts() {
        LongStream.range(0, CASES)
                .forEach(seed -> same(Text.read(DeeperTest.document(seed)), usual(2_000_000), "seed " + seed));
    }

    @Test
    void theyComeToTheSameAmongMany() {
        LongStream.range(0, CASES).forEach(seed -> same(Text.read(document(seed)), usual(2_000_000), "seed " + seed));
    }

    @Test
    void andBreakOffAtTheSamePlace() {
        LongStream.range(0, CASES / 4).forEach(seed -> {
            same(Text.read(document(seed)), usual(150), "seed " + seed);
            same(Text.read(document(seed)), usual(600), "seed " + seed);
        });
    }

    @TestFactory
    List<DynamicTest> soTheyDoInTheAgreementsThatComeWithIt() throws IOException {
        try (Stream<Path> folders = Files.list(AGREEMENTS)) {
            return folders.map(f -> f.resolve("agreement.md"))
                    .filter(Files::exists)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getParent().getFileName().toString(),
                            () -> same(AgreementReader.read(file).agreement().orElseThrow(), usual(20_000_000), "")))
                    .toList();
        }
    }

    private static void same(Agreement agreement, Bounds bounds, String what) {
        GuaranteeTable each = GuaranteeTable.of(agreement, bounds, Remembered.eachForItself(), new Workers(1));
        GuaranteeTable once = GuaranteeTable.of(agreement, bounds, new Remembered(), new Workers(1));
        assertThat(said(once)).as(what).isEqualTo(said(each));
    }

    private static List<String> said(GuaranteeTable table) {
        List<String> said = new ArrayList<>();
        table.rows().forEach(row -> said.add(row.toString()));
        for (GuaranteeTable.Prospect p : table.prospects()) {
            said.add(p.prohibition()
                    + p.reading()
                    + p.violator()
                    + p.course()
                    + p.could()
                    + p.couldWith()
                    + p.vetoes()
                    + p.unasked()
                    + p.story()
                    + p.vote());
        }
        table.unbroken().forEach(u -> said.add(u.toString()));
        table.cutOff().forEach(c -> said.add(c.toString()));
        said.add(table.effort().work() + " " + table.effort().histories() + " "
                + table.effort().moments());
        return said;
    }

    private static Bounds usual(long work) {
        return new Bounds(1, 1, 1, 1, 8, Duration.ofDays(60), work);
    }

    /** Several who are alike in most texts: they promise, answer, sit in a body and may break what they promise, in an order that is not that of the letters. */
    private static String document(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 77);
        List<String> lines = new ArrayList<>();
        List<String> guarantors = NAMES.subList(0, 2 + random.nextInt(4));
        lines.add("party Alfa, Bravo");
        lines.add("guarantor " + String.join(", ", guarantors));
        lines.add("body Council of Alfa, Bravo, " + String.join(", ", guarantors.reversed()) + ", decides by "
                + List.of("consensus", "majority").get(random.nextInt(2))
                + (random.nextBoolean() ? ", " + String.join(" may veto, ", guarantors) + " may veto" : ""));
        lines.add("measures from weakest: talks, sanctions");
        lines.add(
                "event attack(by: party, on: party), strike(by: party, on: party), call(by: party), renounce(by: party)");
        lines.add("event gather(by: party) is talks, punish(by: party) is sanctions");
        lines.add("1.1  each " + List.of("guarantor G", "party G").get(random.nextInt(2)) + " must not attack(by G"
                + List.of("", ", on Alfa").get(random.nextInt(2)) + ")");
        lines.add("1.2  each guarantor G must not strike(by G"
                + List.of("", ", on Bravo", ", on Moss").get(random.nextInt(3)) + ")"
                + List.of("", " where not renounce(by G) has happened").get(random.nextInt(2)));
        if (random.nextBoolean()) {
            lines.add("1 in favour of " + List.of("Alfa", "Alfa, Bravo").get(random.nextInt(2)));
        }
        lines.add(List.of(
                        "2.1  on a breach B of 1, each guarantor G must punish(by G) within 24 hours",
                        "2.1  on a breach B of 1, each guarantor G must gather(by G) within 12 hours",
                        "2.1  on call, each guarantor G must gather(by G) within 48 hours",
                        "2.1  on decision(of Council, on \"help\", result \"adopted\"), each guarantor G must punish(by G)"
                                + " within 24 hours")
                .get(random.nextInt(4)));
        lines.add(List.of(
                        "2.2  on decision(of Council, on \"aid\", result \"adopted\"), Alfa may punish(by Alfa)",
                        "2.2  on call(by Alfa), " + guarantors.getLast() + " must punish(by " + guarantors.getLast()
                                + ") within 72 hours",
                        "2.2  on a breach B of 1.1, " + String.join(", ", guarantors) + " must gather with no deadline")
                .get(random.nextInt(3)));
        return "# Many\n\n```holdfast\nagreement \"Many\"\ntime zone UTC\n" + String.join("\n", lines) + "\n```\n";
    }
}
