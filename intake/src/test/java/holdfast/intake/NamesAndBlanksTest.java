package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.model.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks the same is the same: blanks around a name, signs that cannot be seen, letters whose marks stand apart (docs/records.md, Names and texts). */
class NamesAndBlanksTest {
    private static final String HEADER =
            "kind,id,recorded,source,author,corrects,occurred,event,by,place,incident,about,to,bearer,clause,result,withdraws\n";

    /** Written otherwise, and to be read as {@code name}. */
    private static List<String> relatives(String name) {
        return List.of(
                name + " ",
                "  " + name,
                "\"" + name + "\t\"",
                "\"" + name + "\n\"",
                name + "\u00a0",
                "\u2009" + name + "\u3000",
                name + "\u200b",
                "\ufeff" + name,
                name.charAt(0) + "\u200d".substring(1) + "\u2060" + name.substring(1),
                "\u200e" + name,
                name.charAt(0) + "\u00ad" + name.substring(1));
    }

    @Test
    void aWithdrawalWithdrawsWhatItNames() {
        for (String a1 : relatives("a1")) {
            Loaded loaded = Reading.csv(HEADER
                    + ",a1,,M,,,2026-03-01,attack,Russia,,,,,,,,\n"
                    + "withdrawal,w1,2026-03-05,M,,,,,,,,,,,,," + a1 + "\n");
            assertThat(loaded.report().isGood()).isTrue();
            assertThat(((Record.Withdrawal) loaded.records().getLast()).withdraws())
                    .isEqualTo("a1");
            assertThat(Reading.problems(loaded)).singleElement().asString().contains("reports.csv, line 3", "[HR134]");
        }
    }

    @Test
    void everythingThatNamesSomethingIsReadSo() {
        for (int i = 0; i < relatives("xx").size(); i++) {
            Loaded loaded = Reading.csv(HEADER
                    + "," + relatives("a1").get(i) + ",,M,,,2026-03-01,attack,"
                    + relatives("Russia").get(i) + ","
                    + relatives("Popasna").get(i) + "," + relatives("i1").get(i) + ",,,,,,\n"
                    + ",a2,," + relatives("M").get(0) + ","
                    + relatives("Mission").get(i) + ","
                    + relatives("a1").get(i) + ",2026-03-01,"
                    + relatives("attack").get(i) + ",,,,,,,,,\n"
                    + "attribution,t1,2026-03-03,M,,,,,,,," + relatives("a1").get(i) + ","
                    + relatives("Belarus").get(i) + ",,,,\n"
                    + relatives("finding").get(i) + ",f1,,Commission,,,2026-03-03,,,,,a1,,"
                    + relatives("Russia").get(i) + "," + relatives("2.1").get(i) + ","
                    + relatives("confirmed").get(i) + ",\n");
            assertThat(loaded.report().isGood())
                    .as(Reading.problems(loaded).toString())
                    .isTrue();
            Record.Observation first = (Record.Observation) loaded.records().get(0);
            assertThat(first.id()).isEqualTo("a1");
            assertThat(first.incident()).contains("i1");
            assertThat(first.values())
                    .containsEntry("by", new Value.Actor("Russia"))
                    .containsEntry("place", new Value.NamedPlace("Popasna"));
            assertThat(loaded.records().get(1).corrects()).contains("a1");
            assertThat(loaded.records().get(1).author()).contains("Mission");
            assertThat(loaded.records().get(1).source()).isEqualTo("M");
            assertThat(((Record.Attribution) loaded.records().get(2)).about()).isEqualTo("a1");
            assertThat(((Record.Finding) loaded.records().get(3)).bearer()).contains("Russia");
        }
    }

    @Test
    void twoThatLookTheSameAreOneId() {
        Loaded loaded = Reading.csv(
                HEADER + ",a1,,M,,,2026-03-01,attack,,,,,,,,,\n,a1\u200b,,M,,,2026-03-02,attack,,,,,,,,,\n");
        assertThat(Reading.problems(loaded)).anyMatch(p -> p.contains("the id `a1` was given already"));
    }

    @Test
    void itIsSaidOnceForAFile() {
        StringBuilder csv = new StringBuilder("id ; source;occurred;event;by\n");
        for (int i = 0; i < 500; i++) {
            csv.append(i).append(" ; M ;2026-03-01; attack;Russia\u200b\n");
        }
        Loaded loaded = Reading.csv(csv.toString());
        assertThat(loaded.records()).hasSize(500);
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "reports.csv, line 2, column `by`: a sign stands here that cannot be seen (U+200B, zero width space);"
                                + " it was left out, likewise in 499 more cells (`by`) [HR134]",
                        "reports.csv, line 2, column `id`: blanks stand around what is written here; they were left out,"
                                + " likewise in 1499 more cells (`event`, `id`, `source`) [HR134]");
    }

    @Test
    void jsonLinesToo() {
        Loaded loaded = Reading.json("""
                {"id":"a1 ","source":"M","occurred":"2026-03-01","event":"attack"}
                {"kind":"withdrawal","id":"w1","source":"M","recorded":"2026-03-02","withdraws":"\\u00a0a1\\u200e"}
                """);
        assertThat(loaded.report().isGood()).isTrue();
        assertThat(((Record.Withdrawal) loaded.records().getLast()).withdraws()).isEqualTo("a1");
    }

    @Test
    void joinersAndMarksOfLettersStay() {
        String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
        String flag = "\u2764\ufe0f \ud83d\udc68\u200d\ud83d\udc69";
        Loaded loaded =
                Reading.csv("id,source,occurred,event,place\n" + persian + "," + flag + ",2026-03-01,attack,Popasna\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(loaded.records().getFirst().id()).isEqualTo(persian);
        assertThat(loaded.records().getFirst().source()).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kra\u0301l", "Kr\u00e1l"})
    void aMappingMatchesComposedAndDecomposedLetters(String king) {
        for (String other : List.of("Kra\u0301l", "Kr\u00e1l")) {
            String mapping =
                    """
                    mapping "R"
                    time is `dátum`
                    codes for `Čí`:
                      "Král" is Russia
                      otherwise refused
                    several in obec, separated by "é": the first
                    `Čí` "Král" becomes attack(by `Čí`, place obec) when obec matches "*M?d*" and obec begins with "Ž"
                    """.replace("Král", king).replace("dátum", king.length() == 5 ? "da\u0301tum" : "d\u00e1tum");
            String csv = "d\u00e1tum,C\u030ci\u0301,obec\n2015-02-15," + other + ",Z\u030cMo\u030cd\u00e9x\n";
            for (String form : List.of(csv, java.text.Normalizer.normalize(csv, java.text.Normalizer.Form.NFC))) {
                Loaded loaded = Reading.mapped(mapping, form);
                assertThat(Reading.problems(loaded)).isEmpty();
                assertThat(((Record.Observation) loaded.records().getFirst()).values())
                        .containsEntry("by", new Value.Actor("Russia"))
                        .containsEntry("place", new Value.NamedPlace("\u017dMo\u030cd".replace("o\u030c", "\u01d2")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"UA\u00a0", "\u200bUA", "U\u2060A", " UA\u202f"})
    void aCodeIsWhatIsSeenOfIt(String code) {
        String mapping = "mapping \"R\"\ntime is when\ncodes for who:\n  UA is Ukraine\n"
                + "who UA becomes attack(by who)\notherwise left out: \"others\"\n";
        Loaded loaded = Reading.mapped(mapping, "when,who\n2015-02-15," + code + "\n");
        assertThat(loaded.records()).hasSize(1);
        assertThat(((Record.Observation) loaded.records().getFirst()).values())
                .isEqualTo(java.util.Map.of("by", new Value.Actor("Ukraine")));
        assertThat(loaded.records().getFirst().author()).isEqualTo(Optional.empty());
    }

    @Test
    void ofAWorkbooksAndAnObjectsHeaderToo() {
        Loaded loaded = Reading.mapped(
                "mapping \"R\"\ntime is when\nevery row becomes attack(place `mi\u0301sto`)\n",
                "r.json",
                "[{\"when\\u200b\":\"2015-02-15\",\"m\u00edsto\":\"Praha\"}]",
                Agreements.small());
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(((Record.Observation) loaded.records().getFirst()).values())
                .containsEntry("place", new Value.NamedPlace("Praha"));
    }

    @Test
    void aNameThatOnlyLooksTheSameIsToldApartByItsLetter() {
        Loaded loaded = Reading.csv(HEADER
                + ",a1,,M,,,2026-03-01,attack,Ru\u0455sia,,,,,,,,\n"
                + ",a2,,M,,,2026-03-01,attack,R\u0443ssia,,,,,,,,\n");
        assertThat(Reading.problems(loaded))
                .satisfiesExactly(
                        same -> assertThat(same).contains("`Russia`?", "looks the same", "third letter", "Cyrillic"),
                        near -> assertThat(near).contains("`Russia`?", "second letter", "Cyrillic"));
    }
}
