package holdfast.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeRowsTest {
    private static List<String> rows(String text, boolean quotes) {
        return WholeRows.in(text.getBytes(StandardCharsets.UTF_8), quotes).rows().stream()
                .map(r -> new String(r, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void aLineWithoutItsEndWaits() {
        assertThat(rows("a,b\nc,d", true)).containsExactly("a,b\n");
        assertThat(rows("a,b", true)).isEmpty();
    }

    @Test
    void aCellBetweenQuotationMarksMayHaveLinesOfItsOwn() {
        assertThat(rows("a,\"b\nc\"\nd,\"e\n", true)).containsExactly("a,\"b\nc\"\n");
        assertThat(rows("a,\"he said \"\"no\"\"\"\nb,c\n", true)).hasSize(2);
    }

    @Test
    void inJsonLinesEveryLineIsARow() {
        assertThat(rows("{\"a\": \"\\\"\"}\n{}\n", false)).hasSize(2);
    }
}
