package holdfast.readiness.match;

import java.util.List;

/** The plan of one part. */
record PartPlan(Part part, List<Delivery> plan, List<Reached> reached, double work) {}
