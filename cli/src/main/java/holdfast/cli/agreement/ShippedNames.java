package holdfast.cli.agreement;

import java.util.Iterator;

/** What a shell may complete {@code FILE} with, besides files. */
public record ShippedNames(ShippedAgreements shipped) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return shipped.names().iterator();
    }
}
