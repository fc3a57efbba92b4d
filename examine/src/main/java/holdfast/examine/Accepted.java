package holdfast.examine;

import holdfast.language.model.Agreement;

/** What the drafters have said that they want as it is. */
final class Accepted {
    private Accepted() {}

    static Finding in(Agreement agreement, Finding finding) {
        return finding;
    }
}
