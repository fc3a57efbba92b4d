package holdfast.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlainNumbersTest {
    private static final int CASES = Integer.getInteger("cases", 20_000);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,20})?");

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));

    @Test
    void whatIsReckonedFromItsDigitsIsTheNumberThatIsWritten() {
        PlainValues values = new PlainValues();
        int plain = 0;
        for (int i = 0; i < CASES; i++) {
            String text = text();
            char[] signs = ("7" + text + "7").toCharArray();
            Value.Number number = values.number(signs, 1, signs.length - 1);
            if (number != null) {
                plain++;
                assertThat(NUMBER.matcher(text).matches()).as(text).isTrue();
                assertThat(number).as(text).isEqualTo(new Value.Number(new BigDecimal(text).stripTrailingZeros()));
            }
        }
        assertThat(plain).isBetween(CASES / 4, CASES - 1);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) > 0) {
            text.append(random.nextInt(5) == 0 ? "-" : "").append(digits(random.nextInt(15)));
            text.append(random.nextInt(3) == 0 ? "." + digits(random.nextInt(5)) : "");
            return text.toString();
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append("0123456789.-+e ,".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
        }
        return digits.toString();
    }
}
