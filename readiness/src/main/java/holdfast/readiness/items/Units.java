package holdfast.readiness.items;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which unit is how many of another: {@code 1 tonne is 1000 kg}. Each is said once, so that there is one way from one to another. */
final class Units {
    /** {@code of} is how many of {@code unit} it is. */
    private record Said(BigDecimal of, String unit) {}

    private final Map<String, Said> said = new LinkedHashMap<>();

    boolean isSaid(String unit) {
        return said.containsKey(unit);
    }

    /** Whether {@code other} is made of {@code unit} in the end: then it cannot be what {@code unit} is made of. */
    boolean leadsTo(String other, String unit) {
        String at = other;
        while (!at.equals(unit)) {
            Said next = said.get(at);
            if (next == null) {
                return false;
            }
            at = next.unit();
        }
        return true;
    }

    void add(String unit, BigDecimal of, String other) {
        said.put(unit, new Said(of, other));
    }

    Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        said.forEach((unit, of) -> {
            known.put(unit, unit);
            known.put(of.unit(), of.unit());
        });
        return known;
    }

    /** So many of one unit in another; empty where no way leads from one to the other. */
    Optional<BigDecimal> convert(BigDecimal quantity, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(quantity);
        }
        Said one = smallest(spelled(from, to));
        Said other = smallest(to);
        return one.unit().equals(other.unit())
                ? Optional.of(quantity.multiply(one.of()).divide(other.of(), MathContext.DECIMAL128))
                : Optional.empty();
    }

    /** As the list writes it. Capitals make no difference, unless two units differ in nothing else. */
    private String spelled(String unit, String other) {
        Set<String> known = new LinkedHashSet<>(known().keySet());
        known.add(other);
        if (known.contains(unit)) {
            return unit;
        }
        List<String> alike = known.stream().filter(unit::equalsIgnoreCase).toList();
        return alike.size() == 1 ? alike.getFirst() : unit;
    }

    private Said smallest(String unit) {
        Said at = new Said(BigDecimal.ONE, unit);
        for (Said next = said.get(unit); next != null; next = said.get(at.unit())) {
            at = new Said(at.of().multiply(next.of()), next.unit());
        }
        return at;
    }
}
