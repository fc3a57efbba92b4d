package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts, records, mappings and options that are damaged in every way are refused with a mend, or taken; no command ends in a fault of Holdfast, shows a trace or hangs.
 * {@code -Dcases=20000} for a long run, {@code -Dfirst=S} for other seeds.
 */
class DamagedInputsTest {
    private static final int CASES = Integer.getInteger("cases", 150);
    private static final int FIRST = Integer.getInteger("first", 0);

    private static final String TEXT = """
            # The salt road

            Drawn up in Agadez.

            ```holdfast
            agreement "The salt road" version "2"
            time zone Africa/Niamey
            days count excluding the first day
            party Kaouar, Djado
            guarantor Air, Tibesti
            body Elders of Kaouar, Djado, Air, decides by 2 of 3, within 48 hours
            measures from weakest: talks, fine, escort (force)
            event seal, once
            event raid(by: party, on: party, camels: number)
            event toll(by: party, sum: number)
            event patrol(by: party) is watching
            event send(by: party, about: breach) is escort
            event levy(by: party, about: breach) is fine
            event leave(by: party)
            undefined caravan "a caravan"
            question wells "who has the wells" answers shared, kaouar_only
            state truce begins with seal, ends with leave(by Kaouar)
            define campaign(by P) as at least 3 raid(by P) within 10 days
            term watch is 2 years from seal
            1.1  while truce, each party P must not raid(by P)
            1.2  each party P must not campaign(by P)
            ```

            ## Article 2. Answers

            ```holdfast
            2.1  on a breach B of 1.1, each guarantor G must levy(by G, about B) within 7 days
            2.2  if B grows into campaign, Air must send(by Air, about B) within 72 hours of the report
            2.3  while watch, Tibesti must patrol every 1 month
            2.4  on toll(by P, sum S), P must raid(by P, camels S) by 2031-05-01 where S at least 10
            2.5  Elders may excuse 2.1 with decision(of Elders, on "levy", result "adopted")
            2.6  Kaouar must toll totalling 300 of sum within 30 days of seal
            Elders confirms breaches of 1, and silence for 3 days confirms them
            read wells as shared, a breach of 1.1 ends after 24 hours without a further act
            read wells as kaouar_only, a breach of 1.1 ends after 3 days without a further act
            ```

            ```scenario "A raid is seen"
            2030-01-01 10:00  seal
            2030-01-05 10:00  raid(by Djado, on Kaouar)
            at 2030-01-05 12:00
              1.1 Djado is breached, since 2030-01-05 10:00
            ```
            """;

    private static final String TABLE = """
            id,recorded,source,kind,event,occurred,occurred_to,by,on,camels,sum,note
            a1,2030-01-01T10:00:00Z,post,observation,seal,2030-01-01 10:00,,,,,,
            a2,2030-01-05T10:00:00Z,post,observation,raid,2030-01-05,,Djado,Kaouar,12,,"at the well, ""by night"" "
            a3,2030-01-06T10:00:00Z,post,observation,toll,2030-01-05,2030-01-06,Kaouar,,,"120.5",
            a4,2030-02-06T10:00:00Z,air,observation,raid,2030-01-20,,Kaouar,Djado,3,,
            """;

    private static final String LINES = """
            {"id":"b1","recorded":"2030-01-01T10:00:00Z","source":"post","kind":"observation","event":"seal","occurred":"2030-01-01T10:00:00Z"}
            {"id":"b2","recorded":"2030-01-08T10:00:00Z","source":"post","kind":"observation","event":"raid","occurred":"2030-01-05","values":{"by":"Djado","camels":7}}
            {"id":"b3","recorded":"2030-01-09T10:00:00Z","source":"Elders","kind":"finding","about":"b2","occurred":"2030-01-09T09:00:00Z","result":"confirmed"}
            {"id":"b4","recorded":"2030-01-10T10:00:00Z","source":"post","kind":"withdrawal","withdraws":"b2"}
            """;

    private static final String FOREIGN = """
            Datum;Wer;Kamele;Art;Genau
            05.01.2030;Djado;12;Ueberfall;Tag
            06.01.2030 14:30;Kaouar;1.200,5;Zoll;
            07.01.2030;Djado;3;Ueberfall;Tag
            """;

    private static final String MAPPING = """
            # How the post's list is read

            ```mapping
            mapping "The post's list"
            zone Africa/Niamey
            separator semicolon
            dates are day month year
            decimal comma
            thousands point
            time is Datum
            precision is Genau:
              Tag         is the day
              otherwise   is the instant
            recorded is the end of the occurrence
            source is "post"
            basis is seen
            codes for Wer:
              Djado, Kaouar  as it is
              otherwise refused
            Art Ueberfall becomes raid(by Wer, camels Kamele)
            Art Zoll becomes toll(by Wer, sum Kamele) when Kamele is given
            otherwise left out: "not about the road"
            row 3 has camels 5
            ```
            """;

    private static final String[] PIECES = {
        "\u0000",
        "\uFEFF",
        "\u202E",
        "\u00A0",
        "\u001b[2J",
        "а",
        "е\u0301",
        "\t",
        "\r",
        "\n\n",
        "```",
        "```holdfast\n",
        "    ",
        "\"",
        "“",
        "(",
        ")",
        "((",
        "{",
        "}",
        "[",
        ",",
        ";",
        ":",
        ".",
        "..",
        "/",
        "..\\",
        "-",
        "–",
        "#",
        "=",
        "=1+1",
        "@",
        "%s",
        "${x}",
        "0",
        "-1",
        "1e999",
        "NaN",
        "9223372036854775807",
        "99999999999999999999",
        "2030-02-30",
        "31.12.99",
        "24:00",
        "+25:00",
        "null",
        "true",
        "while",
        "where",
        "not",
        "and",
        "or",
        "must",
        "may",
        "each party P",
        "within",
        "0 days",
        "999999 years",
        "on a breach B of 1.1",
        "if B continues after 0 seconds",
        "1.1",
        "9.9.9",
        "define",
        "state x is x",
        "read",
        "term",
        "as",
        "by",
        "agreement",
        "scenario",
        "expect",
        "Djado",
        "raid(by Djado)",
        "raid",
        "B",
        "P",
        "Europe/Nowhere",
        "\uD83D\uDE00"
    };

    private static final String[] OPTIONS = {
        "",
        " ",
        "-1",
        "0",
        "1",
        "x",
        "9999999999999999999",
        "2030-01-05",
        "2030-13-01",
        "31.12.2030",
        "1.1",
        "2",
        "9.9",
        "Djado",
        "nobody named",
        "wells=shared",
        "wells",
        "=",
        "--",
        "../x",
        "a2",
        "2030-01-05T10:00+01:00",
        "acts=1",
        "work=1",
        "\u001b[2J",
        "jsonl",
        "csv"
    };

    @TempDir
    Path folder;

    @Test
    void whatIsDamagedIsTakenWhileItIsWhole() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.md"), TEXT);
        Path table = Files.writeString(folder.resolve("table.csv"), TABLE);
        Path lines = Files.writeString(folder.resolve("lines.jsonl"), LINES);
        Path foreign = Files.writeString(folder.resolve("foreign.csv"), FOREIGN);
        Path mapping = Files.writeString(folder.resolve("mapping.md"), MAPPING);
        assertThat(Typed.run("check", whole)).returns(0, Typed::status);
        assertThat(Typed.run("replay", whole, "--records", table)).returns(0, Typed::status);
        assertThat(Typed.run("replay", whole, "--records", lines)).returns(0, Typed::status);
        assertThat(Typed.run("replay", whole, "--records", foreign, "--mapping", mapping))
                .returns(0, Typed::status);
    }

    @Test
    void noCommandEndsInAFault() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.md"), TEXT);
        Path text = folder.resolve("text.md");
        Path table = folder.resolve("table.csv");
        Path lines = folder.resolve("lines.jsonl");
        Path foreign = folder.resolve("foreign.csv");
        Path mapping = folder.resolve("mapping.md");
        Path page = folder.resolve("page.html");
        for (int seed = FIRST; seed < FIRST + CASES; seed++) {
            Random random = new Random(seed);
            Files.write(text, damaged(TEXT, random));
            Files.write(table, damaged(TABLE, random));
            Files.write(lines, damaged(LINES, random));
            Files.write(foreign, damaged(FOREIGN, random));
            Files.write(mapping, damaged(MAPPING, random));
            Path records = random.nextBoolean() ? table : lines;
            Typed.ends(seed, "check", text);
            Typed.ends(seed, "fmt", text);
            Typed.ends(seed, "replay", whole, "--records", records, "--json");
            Typed.ends(seed, "replay", text, "--records", records, "--all");
            Typed.ends(seed, "explain", whole, "--records", records, "--clause", "1.1", option(random), option(random));
            Typed.ends(seed, "records", records, "--agreement", whole, "--as", "jsonl");
            Typed.ends(seed, "records", foreign, "--mapping", mapping, "--agreement", whole);
            Typed.ends(seed, "mapping", foreign);
            Typed.ends(seed, "replay", whole, "--records", foreign, "--mapping", mapping, "--html", page);
            Typed.ends(seed, "replay", whole, "--records", table, name(random), option(random));
            if (seed % 10 == 0) {
                Typed.ends(seed, "examine", text, "--bounds", "work=20000");
                Typed.ends(seed, "brief", text);
                Typed.ends(seed, "diff", whole, text, "--bounds", "histories=20,work=20000");
            }
        }
    }

    private static String name(Random random) {
        List<String> names =
                List.of("--as-of", "--now", "--since", "--clause", "--bearer", "--reading", "--record", "--mapping");
        return names.get(random.nextInt(names.size()));
    }

    private static String option(Random random) {
        return OPTIONS[random.nextInt(OPTIONS.length)];
    }

    private static byte[] damaged(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int times = random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, random.nextInt(15));
            switch (random.nextInt(8)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.delete(at, at + length);
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.replace(at, at + length, PIECES[random.nextInt(PIECES.length)]);
                case 4 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
                case 5 -> word(text, random);
                case 6 -> line(text, random);
                default ->
                    text.setCharAt(
                            at, (char) (random.nextInt(10) == 0 ? random.nextInt(0x3000) : 32 + random.nextInt(95)));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(12) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** One word takes the place of another. */
    private static void word(StringBuilder text, Random random) {
        List<String> words = List.of(text.toString().split("\\b"));
        List<String> changed = new ArrayList<>(words);
        changed.set(random.nextInt(words.size()), words.get(random.nextInt(words.size())));
        text.replace(0, text.length(), String.join("", changed));
    }

    /** A line is lost, doubled or moved. */
    private static void line(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
        String line = lines.remove(random.nextInt(lines.size()));
        for (int times = random.nextInt(3); times > 0; times--) {
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        text.replace(0, text.length(), String.join("\n", lines));
    }
}
