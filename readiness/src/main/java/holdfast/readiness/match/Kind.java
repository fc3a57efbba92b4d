package holdfast.readiness.match;

import holdfast.readiness.match.question.Offer;
import java.util.List;
import java.util.Set;

/**
 * Offers that do the same for every need and differ only in who gives how many and when: of these it is enough to know how many have come by each day.
 *
 * @param offers in the order in which they arrive
 * @param lot the least that is sent to one need; an offer with a lot is a kind of its own
 */
record Kind(String item, int trainingDays, Set<String> worksWith, List<Offer> offers, boolean lot) {}
