package holdfast.reference.random;

import holdfast.language.model.Agreement;
import holdfast.language.model.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of which an agreement, or anything else made of records, consists. */
final class Constructs {
    private final List<Object> found = new ArrayList<>();

    private Constructs() {}

    /** All records and constants in it, itself included. */
    static List<Object> in(Object whole) {
        Constructs constructs = new Constructs();
        constructs.visit(whole);
        return constructs.found;
    }

    /** Their names, such as {@code Condition.InState} or {@code Effect.SUSPEND}. */
    static Set<String> names(Object whole) {
        Set<String> names = new TreeSet<>();
        in(whole).forEach(part -> names.add(name(part)));
        return names;
    }

    static String name(Object part) {
        return part instanceof Enum<?> constant
                ? name(constant.getDeclaringClass()) + "." + constant.name()
                : name(part.getClass());
    }

    static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }

    /** For each component that may be there or not, be so or not, or be several: which of these come up. */
    static Map<String, Set<String>> choices(Object whole) {
        Map<String, Set<String>> choices = new TreeMap<>();
        in(whole).stream().filter(java.lang.Record.class::isInstance).forEach(part -> {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                choice(value(component, part))
                        .ifPresent(c -> choices.computeIfAbsent(
                                        name(part) + "." + component.getName(), n -> new TreeSet<>())
                                .add(c));
            }
        });
        return choices;
    }

    private static Optional<String> choice(Object value) {
        return Optional.ofNullable(
                switch (value) {
                    case Boolean is -> is.toString();
                    case Optional<?> perhaps -> perhaps.isPresent() ? "given" : "not given";
                    case Collection<?> all -> all.isEmpty() ? "none" : all.size() == 1 ? "one" : "several";
                    default -> null;
                });
    }

    static List<Span> spans(Agreement agreement) {
        return in(agreement).stream()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .distinct()
                .toList();
    }

    private void visit(Object part) {
        switch (part) {
            case Iterable<?> several -> several.forEach(this::visit);
            case Map<?, ?> map -> map.values().forEach(this::visit);
            case Optional<?> perhaps -> perhaps.ifPresent(this::visit);
            case Enum<?> constant -> found.add(constant);
            case java.lang.Record whole -> {
                found.add(whole);
                for (RecordComponent component : whole.getClass().getRecordComponents()) {
                    visit(value(component, whole));
                }
            }
            default -> {}
        }
    }

    private static Object value(RecordComponent component, Object whole) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
