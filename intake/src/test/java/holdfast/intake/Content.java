package holdfast.intake;

import holdfast.intake.rows.Input;
import java.io.ByteArrayInputStream;

/** A file of which a test has the bytes. */
final class Content {
    private Content() {}

    static Input of(String name, byte[] content) {
        return new Input(name, () -> new ByteArrayInputStream(content));
    }
}
