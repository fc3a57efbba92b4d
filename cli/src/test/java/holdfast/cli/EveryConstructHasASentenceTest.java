package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.report.Golden;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Zone;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every construct of the language stands in a text of which the sentences are kept, in English and in Ukrainian: the 58 patterns, and one text for what they do not use. */
class EveryConstructHasASentenceTest {
    private static final Path PATTERNS = Path.of("..", "docs", "clause-patterns.md");
    private static final Path OTHERS = Path.of("src", "test", "resources", "holdfast", "cli", "constructs.md");

    private static final List<Class<?>> KINDS = List.of(
            Anchor.class,
            Anchor.Moment.class,
            Bearer.class,
            Body.Rule.class,
            Body.Silence.class,
            Bound.class,
            Comparison.class,
            Condition.class,
            Definition.Derivation.class,
            Duty.class,
            Duty.Amount.class,
            Duty.Effect.class,
            Duty.Reach.class,
            Rule.class,
            Rule.Silence.Meaning.class,
            Span.Unit.class,
            Step.Stage.class,
            State.class,
            State.Start.class,
            State.End.class,
            Term.class,
            Trigger.class,
            Zone.class);

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk"})
    void theOthersAreSaidAsSentences(String language) throws IOException {
        Typed read = Typed.run("read", OTHERS, "--language", language);
        assertThat(read.status()).as(read.err()).isZero();
        assertThat(read.out().lines().filter(l -> l.matches(".*\\w_\\w.*|.*\\p{Ll}\\p{Lu}.*")))
                .isEmpty();
        Golden.same("constructs-" + language + ".txt", read.out());
    }

    @Test
    void noConstructIsLeftOut() {
        Set<String> met = new LinkedHashSet<>();
        Stream.of(PATTERNS, OTHERS).forEach(text -> meet(read(text), met));
        Set<String> wanted = new LinkedHashSet<>();
        KINDS.forEach(kind -> wanted(kind, wanted));
        wanted.removeAll(met);
        assertThat(wanted).isEmpty();
    }

    private static Agreement read(Path text) {
        return AgreementReader.read(text).agreement().orElseThrow();
    }

    /** All that a kind can be: of a sealed one its parts, of words each word. */
    private static void wanted(Class<?> kind, Set<String> into) {
        if (kind.isEnum()) {
            Stream.of(kind.getEnumConstants()).forEach(c -> into.add(kind.getName() + " " + c));
        } else if (kind.isSealed()) {
            Stream.of(kind.getPermittedSubclasses()).forEach(part -> wanted(part, into));
        } else {
            into.add(kind.getName());
        }
    }

    private static void meet(Object part, Set<String> met) {
        switch (part) {
            case Collection<?> many -> many.forEach(one -> meet(one, met));
            case Map<?, ?> many -> many.values().forEach(one -> meet(one, met));
            case Optional<?> one -> one.ifPresent(o -> meet(o, met));
            case Enum<?> word -> met.add(word.getDeclaringClass().getName() + " " + word);
            case Record record -> {
                met.add(record.getClass().getName());
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    meet(component(record, component), met);
                }
            }
            case null, default -> {}
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new AssertionError(component.toString(), closed);
        }
    }
}
