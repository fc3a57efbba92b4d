package holdfast.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in the words of the language can be read again, and means the same. */
class WordingTest {
    private static final String BOX = "{\"type\":\"Polygon\",\"coordinates\":[[[9,59],[10,59],[10,60],[9,60],[9,59]]]}";

    private static Agreement read(String clauses) {
        String text = """
                # Ferry

                ```holdfast
                agreement "Ferry"
                time zone Europe/Oslo
                days count excluding the first day
                party North, South
                guarantor West
                event crossing(by: party, at: place, load: number)
                event notice(by: party, on: date)
                event closed, opened
                zone harbour from "harbour.geojson"
                state winter begins with closed, ends with opened
                %s
                ```
                """.formatted(clauses);
        return AgreementReader.read(
                        "ferry.md",
                        text.getBytes(StandardCharsets.UTF_8),
                        name -> Optional.of(BOX.getBytes(StandardCharsets.UTF_8)))
                .agreement()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "North must crossing(by North) not before 1 Mar 2030 by 2 Apr 2030",
                "North must crossing(by North) at least 3 times by 2 Apr 2030",
                "South must crossing(by South) totalling 40 of load by 2 Apr 2030",
                "on notice(by South, on D), North must crossing(by North) by D",
                "on notice(by P), each party Q must crossing(by Q) within 24 hours",
                "while winter, North must not crossing(at X) where X in harbour",
                "North must not crossing(at X) where X at least 3 km of harbour",
                "North must not crossing(at X) where X within 3 km of harbour",
                "while winter and not closed has happened, North must crossing(by North) every week",
                "when winter ends, anyone may crossing",
                "North must keep winter",
                "if no crossing(by South) for 2 hours, nobody named must crossing by 2 Apr 2030",
                "North may suspend 1.1 with notice(by North)"
            })
    void aClauseReadsAgainAsItWas(String clause) {
        String first = "1.1  West must crossing by 2 Apr 2030\n";
        Norm norm = norm(read(first + "2.1  " + clause));
        String said = new Wording(ZoneId.of("Europe/Oslo")).clause(norm);
        Norm again = norm(read(first + "2.1  " + said));
        assertThat(new Wording(ZoneId.of("Europe/Oslo")).clause(again)).isEqualTo(said);
        assertThat(Duties.act(again).map(a -> a.event()))
                .isEqualTo(Duties.act(norm).map(a -> a.event()));
        assertThat(said).isEqualTo(clause);
    }

    private static Norm norm(Agreement agreement) {
        return agreement.norms().stream()
                .filter(n -> n.id().equals("2.1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsKnownStandsInPlaceOfAVariable() {
        Norm norm =
                norm(read("1.1  West must crossing by 2 Apr 2030\n2.1  each party P must not crossing(by P, load L)"));
        Wording wording = new Wording(ZoneId.of("Europe/Oslo"));
        assertThat(wording.pattern(Duties.act(norm).orElseThrow(), Map.of("P", "North")))
                .isEqualTo("crossing(by North, load L)");
        assertThat(Wording.list(List.of("North", "South", "West"))).isEqualTo("North, South and West");
    }

    @Test
    void whatIsDueOnTheDayThatIsAskedAboutIsDueToday() {
        DateWords dates = new DateWords(ZoneId.of("Etc/UTC"));
        long day = 86_400_000;
        Time endOfDay = Time.at(10 * day - 1);
        assertThat(dates.toGo(endOfDay, 10 * day - 1)).isEqualTo("today");
        assertThat(dates.toGo(endOfDay, 8 * day - 1)).isEqualTo("in 2 days");
        assertThat(dates.toGo(endOfDay, 11 * day - 1)).isEqualTo("for 1 day");
    }
}
