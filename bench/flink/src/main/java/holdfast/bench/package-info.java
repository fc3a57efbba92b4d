/** Benchmarks: how fast the engine is, alone and beside an established event engine. */
@NullMarked
package holdfast.bench;

import org.jspecify.annotations.NullMarked;
