package holdfast.engine;

import java.util.Locale;

/** Whether the body that confirms breaches has spoken; {@link #NONE} where there is no breach. */
public enum Standing {
    NONE,
    ALLEGED,
    CONFIRMED;

    public String words() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
