package holdfast.examine.redline.draft;

import java.util.Optional;

/**
 * A declaration or a rule that was changed.
 *
 * @param what such as {@code body Commission}
 * @param before how the earlier draft says it, in the language's words; empty: it does not
 * @param after how the later draft says it; empty: it does not
 */
public record DeclarationChange(String what, Optional<String> before, Optional<String> after) {}
