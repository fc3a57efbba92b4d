package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Values are numbers inside, and come out as what they were. */
class SymbolsTest {
    private final Symbols symbols = new Symbols();

    @Test
    void whoIsUnattributedIsKnownBeforeAnyRecord() {
        assertThat(symbols.encode(Value.UNATTRIBUTED)).isEqualTo(Symbols.UNATTRIBUTED);
    }

    @Test
    void comesOutAsItWentIn() {
        same(new Value.Actor("Ukraine"), ValueType.PARTY);
        same(new Value.Text("mortar"), ValueType.TEXT);
        same(new Value.ZoneName("strip"), ValueType.ZONE);
        same(new Value.Reference("a1"), ValueType.BREACH);
        same(new Value.Day(LocalDate.of(2015, 2, 15)), ValueType.DATE);
        same(new Value.NamedPlace("Debaltseve"), ValueType.PLACE);
    }

    private void same(Value value, ValueType type) {
        assertThat(symbols.decode(symbols.encode(value), type)).isEqualTo(value);
    }

    @Test
    void aNameHasOneNumberWhateverItNames() {
        long actor = symbols.encode(new Value.Actor("Minsk"));
        assertThat(symbols.encode(new Value.Text("Minsk"))).isEqualTo(actor);
        assertThat(symbols.encode(new Value.Actor("Kyiv"))).isNotEqualTo(actor);
    }

    @Test
    void numbersAreEqualHoweverTheyAreWritten() {
        assertThat(number("2.50")).isEqualTo(number("2.5")).isEqualTo(2_500_000);
        assertThat(number("3")).isEqualTo(number("3.000"));
        assertThat(number("-0.000001")).isEqualTo(-1);
        assertThat(symbols.decode(number("2.5"), ValueType.NUMBER))
                .isInstanceOfSatisfying(
                        Value.Number.class, n -> assertThat(n.number()).isEqualByComparingTo("2.5"));
    }

    @Test
    void aNumberThatCannotBeHeldIsNotRounded() {
        assertThatThrownBy(() -> number("0.0000001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> number("10000000000000")).isInstanceOf(ArithmeticException.class);
    }

    private long number(String text) {
        return symbols.encode(new Value.Number(new BigDecimal(text)));
    }

    /** Two reports that name one town need not mean one spot. */
    @Test
    void placesAreNeverTheSame() {
        Value place = new Value.NamedPlace("Debaltseve");
        assertThat(symbols.encode(place)).isNotEqualTo(symbols.encode(place));
    }
}
