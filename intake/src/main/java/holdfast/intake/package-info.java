/**
 * Reads and writes records: in Holdfast's own two forms ({@code docs/records.md}), and other people's files through a mapping
 * ({@code docs/mapping.md}). Files are read line by line and never held in memory.
 */
@NullMarked
package holdfast.intake;

import org.jspecify.annotations.NullMarked;
