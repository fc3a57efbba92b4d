package holdfast.record.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8785, by its own examples. */
class CanonicalJsonTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreThoseOfAppendixB(String bits, String written) {
        assertThat(text(new Json.Number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))))
                .isEqualTo(written);
    }

    @Test
    void aNumberReadsBackAsItself() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(text(new Json.Number(number)))).isEqualTo(number == 0 ? 0.0 : number);
            }
        }
    }

    @Test
    void membersStandInTheOrderOfTheirCodeUnits() throws Exception {
        Json json = JsonText.read(
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(text(json))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void theExampleOfSection3_2_3() throws Exception {
        String given = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(text(JsonText.read(given.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whatADoubleCannotHoldIsNoNumber() {
        assertThat(CanonicalNumber.exactly(new BigDecimal("8999999999999.123456")))
                .isEmpty();
        assertThat(CanonicalNumber.exactly(new BigDecimal("0.1"))).contains(new Json.Number(0.1));
        assertThat(CanonicalNumber.exactly(new BigDecimal("3.000"))).contains(new Json.Number(3));
    }

    @Test
    void whatMeansSeveralThingsIsRefused() {
        for (String bad : new String[] {"{\"a\":1,\"a\":2}", "{} {}", "[1", "", "\"\\ud800\"", "NaN"}) {
            assertThatThrownBy(() ->
                            JsonText.read(bad.getBytes(StandardCharsets.UTF_8)).canonical())
                    .as(bad)
                    .isInstanceOfAny(JsonText.NoJson.class, IllegalArgumentException.class);
        }
    }

    private static String text(Json json) {
        return new String(json.canonical(), StandardCharsets.UTF_8);
    }
}
