package holdfast.cli.record;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.output.ProgressLine;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the commands know of their surroundings.
 *
 * @param clock when something was received, and when a checkpoint was signed
 */
public record Around(ShippedAgreements shipped, InstantSource clock, Function<PrintWriter, ProgressLine> progress) {}
