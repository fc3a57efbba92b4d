/**
 * The first of two tiers: clauses whose acts are judged by their times and keys alone, over records that are sure and precise, held in columns. A key with anything else on record
 * is handed over to the cells of the second tier.
 */
@NullMarked
package holdfast.engine.monitor.plain;

import org.jspecify.annotations.NullMarked;
