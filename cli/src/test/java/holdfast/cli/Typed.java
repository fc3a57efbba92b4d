package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What came of a command as somebody types it where no agreement comes with Holdfast. */
record Typed(int status, String out, String err) {
    static Typed run(Object... words) {
        return run(new Main.Looks(false, false), words);
    }

    static Typed run(Main.Looks looks, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.empty()), looks);
        String[] arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int status = main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Typed(status, out.toString(), err.toString());
    }

    /**
     * What is damaged is refused with a mend, or taken: no fault of Holdfast, no trace, nothing that a terminal would
     * obey, and no hanging.
     */
    static void ends(int seed, Object... words) {
        String what = "seed " + seed + ", " + List.of(words);
        Typed run = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Typed.run(words), what);
        assertThat(run.status()).as(what + ": " + run.err()).isIn(0, 1, 2);
        assertThat(run.err()).as(what).doesNotContain("\tat ", "Exception");
        assertThat(run.said()).as(what).doesNotContain("\u001b", "\u202E");
    }

    String said() {
        return out + err;
    }
}
