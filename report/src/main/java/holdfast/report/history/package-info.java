/** What a history of records comes to, told record by record: what a replay is made of, whether the records are read from files or come one by one. */
@NullMarked
package holdfast.report.history;

import org.jspecify.annotations.NullMarked;
