/** The store: entries and attachments in a database, written once and never changed. */
@NullMarked
package holdfast.record.store;

import org.jspecify.annotations.NullMarked;
