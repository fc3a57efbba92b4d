package holdfast.engine.monitor.plain;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import holdfast.engine.monitor.compile.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Texts of clauses that the first tier judges, with each way in which such a clause can be put. */
final class FerryTexts {
    private static final String EVENTS = """
            body Commission of Isle, Mainland, Shoal, decides by majority
            Commission attributes
            event sails(by: party, pier: number, note: text)
            event docks(by: party, pier: number, on: date)
            event calls(pier: number, of: party, note: text)
            """;

    private FerryTexts() {}

    static Stream<DynamicTest> all(Consumer<Program> test) {
        return texts().entrySet().stream()
                .map(text -> dynamicTest(
                        text.getKey(), () -> test.accept(Ferries.program(EVENTS + text.getValue()))));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a deadline of hours, and what follows", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1, B must calls(of B, pier P) within 2 hours
                1.3  on a breach X of 1.1, nobody named must calls(of B, pier P) within 1 day of sails(by B, pier P)
                """);
        texts.put("a deadline of days, anchored", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 1 day
                1.2  on a breach X of 1.1, Isle must calls(pier P) within 2 days of sails(pier P)
                1.3  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours
                """);
        texts.put("a deadline that includes its first day", """
                1.1  on sails(pier P, note N), Isle must calls(pier P, note N) within 2 days including the first day
                1.2  on a breach X of 1.1, Mainland must calls(of Isle, pier P, note N) within 1 day including the first day
                """);
        texts.put("a duty without a deadline, of one kind of ferry", """
                1.1  on sails(by Isle, pier P, note N), nobody named must calls(pier P, of Shores)
                1.2  on calls(pier P, note "rough"), Mainland must docks(by Mainland, pier P) within 2 hours
                1.3  on docks(by B, pier 1), B must sails(by B, pier 2) within 3 hours
                """);
        texts.put("never", """
                1.1  each party B must not sails(by B, pier 1)
                1.2  anyone B must not sails(by B, note "rough")
                1.3  each B of Shores must not docks(by B)
                1.4  nobody named must not calls(pier 2)
                1.5  Isle must not calls(of Isle)
                """);
        texts.put("never, and a breach lasts", """
                1.1  each party B must not sails(by B, pier 1)
                a breach of 1.1 ends after 2 hours without a further act
                1.2  anyone B must not docks(by B)
                a breach of 1.2 ends after 1 day without a further act
                1.3  nobody named must not calls(pier 2)
                a breach of 1.3 ends after 3 hours without a further act
                """);
        texts.put("while a state holds", """
                state fog(P) begins with calls(pier P, note "rough"), ends with calls(pier P, note "calm")
                1.1  while fog(P), each party B must not sails(by B, pier P)
                state strike(P, N) begins with sails(pier P, note N), ends with calls(pier P, note N)
                1.2  while strike(P, N), anyone B must not calls(of B, pier P, note N)
                a breach of 1.2 ends after 3 hours without a further act
                """);
        texts.put("while any of several began", """
                state shut(P) begins with calls(pier P) or docks(pier P, by Isle), ends with docks(pier P, by Mainland) or docks(pier P, by Shoal)
                1.1  while shut(P), nobody named must not sails(pier P)
                """);
        texts.put("so many within hours", """
                define rush(pier P) as at least 3 sails(pier P) within 3 hours
                1.1  nobody named must not rush(pier P)
                define row(by B) as at least 2 docks(by B) within 2 hours
                1.2  each party B must not row(by B)
                define swarm(pier P) as at least 17 calls(pier P) within 1 day
                1.3  nobody named must not swarm(pier P)
                """);
        texts.put("so many, ever or within days, and a breach lasts", """
                define rush(by B, pier P) as at least 4 sails(by B, pier P) within 1 day
                1.1  anyone B must not rush(by B)
                a breach of 1.1 ends after 2 hours without a further act
                define habit(by B) as at least 6 docks(by B)
                1.2  each B of Shores must not habit(by B)
                a breach of 1.2 ends after 1 day without a further act
                define swarm(pier P) as at least 18 calls(pier P) within 2 days
                1.3  nobody named must not swarm(pier P)
                define once(pier P) as at least 1 calls(pier P)
                1.4  nobody named must not once(pier P)
                """);
        texts.put("with clauses that only the second tier judges", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  nobody named must not sails(pier 1)
                1.3  on calls(pier P), if sails has happened, nobody named must calls(pier P) within 1 day
                define rush(pier P) as at least 3 docks(pier P) within 3 hours
                1.4  nobody named must not rush(pier P)
                """);
        texts.put("sixteen of a kind", ofAKind(16));
        texts.put("seventeen of a kind, and one of another", ofAKind(17) + """
                2.1  on docks(by B, pier P), B must docks(by B, on 2015-03-29) within 3 hours
                """);
        return texts;
    }

    private static String ofAKind(int many) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, many).forEach(i -> text.append("1.")
                .append(i)
                .append("  on sails(pier P, by B), B must calls(pier P) within ")
                .append(i)
                .append(" hours\n"));
        return text.toString();
    }
}
