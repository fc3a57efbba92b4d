package holdfast.readiness.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import holdfast.readiness.match.question.MatchFault;
import holdfast.readiness.match.question.MatchFaults;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Need need(String id, String item, String quantity) {
        return new Need(id, item, new BigDecimal(quantity), DAY, 1, 0, Set.of());
    }

    private static Offer offer(String id, String quantity, String condition) {
        return new Offer(
                id, "Norland", "tank", new BigDecimal(quantity), DAY, 0, 0, Set.of(), condition, BigDecimal.ZERO);
    }

    private static List<String> faults(List<Need> needs, List<Offer> offers, Set<String> items) {
        MatchFaults faults = catchThrowableOfType(
                MatchFaults.class, () -> new MatchQuestion(needs, offers, List.of(), items, List.of()));
        return faults.faults().stream().map(MatchFault::toString).toList();
    }

    @Test
    void whatIsBelowZeroOrNothingIsSaidWithItsId() {
        assertThat(faults(List.of(need("n1", "tank", "-3")), List.of(offer("o1", "0", "")), Set.of()))
                .containsExactly(
                        "need `n1`, quantity: `-3` is below zero; expected more",
                        "offer `o1`, quantity: `0` is nothing; expected more");
    }

    @Test
    void anItemThatIsNotListedIsSaid() {
        assertThat(faults(List.of(need("n1", "tnak", "3")), List.of(), Set.of("tank")))
                .containsExactly(
                        "need `n1`, item: there is no item `tnak`; expected one of those listed; add it to the items, or write it as it stands there");
    }

    @Test
    void twoOfOneIdAreSaid() {
        assertThat(faults(List.of(need("n1", "tank", "3"), need("n1", "tank", "4")), List.of(), Set.of()))
                .containsExactly("need `n1`, id: it is there twice; give one of them another id");
    }

    @Test
    void offersThatHangOnOneAnotherInACircleAreSaid() {
        assertThat(faults(List.of(), List.of(offer("o1", "1", "offer o2"), offer("o2", "1", "offer o1")), Set.of()))
                .containsExactly(
                        "offer `o1`, condition: it hangs on itself: o1 on o2 on o1; one of them must stand by itself",
                        "offer `o2`, condition: it hangs on itself: o2 on o1 on o2; one of them must stand by itself");
    }

    @Test
    void anOfferThatHangsOnOneThatIsNotThereIsSaid() {
        assertThat(faults(List.of(), List.of(offer("o1", "1", "offer o7")), Set.of()))
                .singleElement()
                .asString()
                .startsWith("offer `o1`, condition: there is no offer `o7`");
    }
}
