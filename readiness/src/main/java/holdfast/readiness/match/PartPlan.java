package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import java.util.List;

/** The plan of one part. */
record PartPlan(Part part, List<Delivery> plan, List<Reached> reached, double work) {}
