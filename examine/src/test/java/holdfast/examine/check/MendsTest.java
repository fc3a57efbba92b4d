package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mender;
import holdfast.examine.mend.Tried;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each finding of the text on its page that has it is ended by a text that the examiner writes and tries, or its check says why no text can. */
class MendsTest {
    private static final Examiner EXAMINER = new Examiner(
            new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 20_000_000),
            List.of(new Subject.Loss("a town", 25 * 3_600_000L)));

    @ParameterizedTest
    @EnumSource
    void endsWhatItsPageShowsOrSaysWhyNoTextCan(Catalogue code) {
        Manuscript document = Manuscript.of(
                "agreement.md", FindingPage.of(code).examples().getFirst());
        Examination before = EXAMINER.examine(read(document).orElseThrow());
        Finding finding = before.findings().stream()
                .filter(f -> f.code() == code && f.weight() == Finding.Weight.FIRES)
                .findFirst()
                .orElseThrow();
        for (var p : before.proposals().getOrDefault(finding, List.of())) {
            System.out.println(code + " PROPOSED " + p.changes());
            var with = document.with(p.changes());
            if (with.isEmpty()) System.out.println("   NOT APPLIED");
            else {
                Outcome o = AgreementReader.read("agreement.md", with.get().text().getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
                if (o.agreement().isEmpty()) System.out.println("   NOT READ " + o.diagnostics() + with.get().text());
                else {
                    Examination a = EXAMINER.examine(o.agreement().get());
                    System.out.println("   before " + before.findings().stream().map(f -> f.code() + ":" + f.weight() + f.clauses()).toList());
                    System.out.println("   after " + a.findings().stream().map(f -> f.code() + ":" + f.weight() + f.clauses()).toList());
                    System.out.println("   table " + holdfast.examine.redline.GuaranteeChanges.between(before, a).changes().stream().map(c -> c.prohibition()+c.violator()+c.course()+c.kinds()).toList());
                }
            }
        }
        Tried tried = new Mender(EXAMINER, MendsTest::read, Long.MAX_VALUE).tried(document, before, finding);
        System.out.println(code + " => " + switch (tried) {
            case Tried.Found f -> f.first().effect() + " " + f.first().proposal();
            default -> tried.toString();
        });
    }

    private static Optional<Agreement> read(Manuscript document) {
        Outcome outcome = AgreementReader.read(
                "agreement.md", document.text().getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        return outcome.agreement();
    }
}
