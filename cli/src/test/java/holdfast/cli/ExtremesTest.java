package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, dates and spans that nobody means are answered like any other mistake, wherever they stand: in the text, in records, in options. */
class ExtremesTest {
    @TempDir
    Path temp;

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "9223372036854",
            "9223372036855",
            "9223372036854775807",
            "9223372036854775808",
            "2147483648",
            "99999999999999999999999999999999",
            "0.0000001",
            "0.000000000000000000000000000001",
            "1" + "0".repeat(400));

    private static final List<String> DATES = List.of(
            "0000-01-01",
            "0001-01-01",
            "1582-10-15",
            "1900-02-29",
            "2024-02-30",
            "9999-12-31",
            "10000-01-01",
            "999999999-12-31",
            "2024-13-01");

    /** Every place of the language where a number, a span or a date stands. */
    private static final String TEXT = """
            # The lake of Tinn
            ```holdfast
            agreement "The lake of Tinn"
            time zone Europe/Oslo
            days count excluding the first day
            party Tinn, Rauma
            guarantor Voss
            event fire(by: party, shots: number), count_men(of: party, men: number), seal, pay(by: party, sum: number, on_day: date)
            body Council of Tinn, Rauma, Voss, decides by 2 of 3, within @48 hours@
            define volley(by P) as at least #2# fire(by P) within @1 hour@
            define much(by P) as sum of shots in fire(by P) at least #100# within @2 days@
            define different_men(by P) as at least #2# different S in fire(by P, shots S) within @1 week@
            define calm_again as no fire within @3 days@ of seal
            define later as @2 weeks@ after seal
            define salvo(by P) as fire(by P) merged within @10 minutes@
            define twice(by P) as seal then fire(by P) within @1 month@
            define men(of P) as the latest men in count_men(of P)
            term bound is @5 years@ from seal, renewed for @1 year@ each time, unless any party fire at least @1 month@ before its end
            1.1  Tinn must not volley
            1.2  Rauma must not much
            1.3  while men(of Tinn) more than #5000#, Tinn must pay(by Tinn) totalling #30# of sum within @10 days@ of seal
            1.4  Rauma must pay at least #2# times before %2030-01-01%
            1.5  Voss must fire(shots S) by %2030-06-01% where S at least #10#
            1.6  while bound, Rauma must pay every @30 days@
            1.7  Tinn must keep men(of Tinn) at most #600#
            1.8  on a breach B of 1.1, Voss must fire within @72 hours@
            1.9  if B continues after @1 day@, Voss must pay within @1 day@
            1.10 Tinn must not fire where no pay for @5 days@
            1.11 Tinn must fire not before %2026-01-01%, within @3 weeks@ of salvo
            1.12 Rauma must not salvo
            a breach of 1.1 ends after @6 hours@ without a further act
            Council confirms breaches of 1.1, and silence for @7 days@ confirms them
            ```
            """;

    private final List<String> broken = new ArrayList<>();

    private void answered(String what, Object... arguments) {
        Typed run = Typed.run(arguments);
        if (run.status() == Main.BROKEN || run.said().contains("\tat ")) {
            broken.add(what + ": " + arguments[0] + ": "
                    + run.said()
                            .lines()
                            .filter(l -> l.contains("went wrong"))
                            .findFirst()
                            .orElse(""));
        }
    }

    private Path records(String rows) throws IOException {
        return Files.writeString(
                temp.resolve("r.csv"), "id,source,occurred,occurred_to,recorded,event,by,of,shots,men,sum\n" + rows);
    }

    private static String plain(String text) {
        return text.replaceAll("#([^#@%]*)#", "$1")
                .replaceAll("@([^@]*)@", "$1")
                .replaceAll("%([^%]*)%", "$1");
    }

    private static final String ROWS = """
            s1,M,2026-01-05 10:00,,,seal,,,,,
            f1,M,2026-01-06 10:00,,,fire,Tinn,,60,,
            f2,M,2026-01-06 10:20,,,fire,Tinn,,70,,
            f3,M,2026-01-07 10:00,,,fire,Rauma,,70,,
            m1,M,2026-01-07 11:00,,,count_men,,Tinn,,5500,
            p1,M,2026-01-08 11:00,,,pay,Tinn,,,,20
            """;

    @Test
    void inTheText() throws IOException {
        Path records = records(ROWS);
        for (String kind : List.of("#", "@", "%")) {
            List<String> values = new ArrayList<>();
            switch (kind) {
                case "#" -> values.addAll(NUMBERS);
                case "@" -> {
                    for (String n : NUMBERS) {
                        values.addAll(List.of(n + " seconds", n + " hours", n + " days", n + " months", n + " years"));
                    }
                }
                default -> values.addAll(DATES);
            }
            String[] parts = TEXT.split(kind, -1);
            for (int at = 1; at < parts.length; at += 2) {
                for (String value : values) {
                    String[] changed = parts.clone();
                    changed[at] = value;
                    Path text = Files.writeString(temp.resolve("t.md"), plain(String.join("", changed)));
                    String what = "`" + value + "` in place of `" + parts[at] + "` (" + at + ")";
                    answered(what, "check", text);
                    answered(what, "replay", text, "--records", records, "--now", "2026-03-01");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void inTheTextAsItIsNothingIsWrong() throws IOException {
        Path text = Files.writeString(temp.resolve("t.md"), plain(TEXT));
        assertThat(Typed.run("check", text).said()).contains("no problems");
    }

    @Test
    void inRecords() throws IOException {
        Path text = Files.writeString(temp.resolve("t.md"), plain(TEXT));
        List<String> numbers = new ArrayList<>(NUMBERS);
        numbers.addAll(List.of("-1", "-9223372036855", "1e300", "1e-300", "NaN", "Infinity", "-0", "1E+400000000"));
        List<String> times = new ArrayList<>(DATES);
        times.addAll(List.of(
                "2026-01-06T10:00:00.123456789Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01",
                "2026-01-06 24:00",
                "2026-01-06T10:00:00+18:00"));
        for (String n : numbers) {
            answered(
                    "number " + n,
                    "replay",
                    text,
                    "--records",
                    records(ROWS + "x,M,2026-01-08 11:00,,,fire,Tinn,," + n + ",,\n"));
            answered(
                    "sum " + n,
                    "replay",
                    text,
                    "--records",
                    records(ROWS + "x,M,2026-01-08 11:00,,,pay,Tinn,,,," + n + "\ny,M,2026-01-08 11:00,,,pay,Tinn,,,,"
                            + n + "\n"));
            answered(
                    "level " + n,
                    "replay",
                    text,
                    "--records",
                    records(ROWS + "x,M,2026-01-08 11:00,,,count_men,,Tinn,," + n + ",\n"));
        }
        for (String t : times) {
            answered("occurred " + t, "replay", text, "--records", records(ROWS + "x,M," + t + ",,,fire,Tinn,,1,,\n"));
            answered(
                    "to " + t,
                    "replay",
                    text,
                    "--records",
                    records(ROWS + "x,M,2026-01-06," + t + ",,fire,Tinn,,1,,\n"));
            answered(
                    "recorded " + t,
                    "replay",
                    text,
                    "--records",
                    records(ROWS + "x,M,2026-01-06,," + t + ",fire,Tinn,,1,,\n"));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void inOptions() throws IOException {
        Path text = Files.writeString(temp.resolve("t.md"), plain(TEXT));
        Path records = records(ROWS);
        List<String> moments = new ArrayList<>(DATES);
        moments.addAll(List.of(
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "now",
                "",
                " ",
                "2026-01-06T10:00:00.1234567891Z",
                "2026-W05",
                "1e9"));
        for (String t : moments) {
            for (String option : List.of("--now", "--as-of", "--since")) {
                answered(option + " " + t, "replay", text, "--records", records, option, t);
            }
        }
        for (String n : NUMBERS) {
            for (String bound : List.of("defectors", "evasions", "requests", "help", "readings", "horizon", "work")) {
                if (n.length() < 3 || n.length() > 13) {
                    answered(
                            bound + "=" + n,
                            "examine",
                            text,
                            "--bounds",
                            bound + "=" + n + (bound.equals("work") ? "" : ",work=20000"));
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
