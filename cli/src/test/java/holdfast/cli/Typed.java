package holdfast.cli;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
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

    String said() {
        return out + err;
    }
}
