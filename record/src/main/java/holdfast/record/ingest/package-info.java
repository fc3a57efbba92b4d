/** How files of records come into the record, and how the record is read as if it were a file. */
@NullMarked
package holdfast.record.ingest;

import org.jspecify.annotations.NullMarked;
