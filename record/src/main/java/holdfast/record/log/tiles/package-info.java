/** The tree and its entries as the files of C2SP `tlog-tiles`: 256 hashes or entries to a file, which anyone can read and keep. */
@NullMarked
package holdfast.record.log.tiles;

import org.jspecify.annotations.NullMarked;
