/** The ledger of ground, as text, page with its map, CSV, JSON and GeoJSON. */
@NullMarked
package holdfast.report.ledger;

import org.jspecify.annotations.NullMarked;
