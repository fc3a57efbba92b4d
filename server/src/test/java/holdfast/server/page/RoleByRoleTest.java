package holdfast.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import holdfast.server.HeldRoom;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role in a real browser, on one server: every view opens, what the text lets one do is offered and works, and nothing else is offered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoleByRoleTest {
    private static final String ROOM = "two-layer-framework";
    private static final List<String> VIEWS =
            List.of("now", "articles", "clocks", "record", "ground", "readiness", "before", "exercise", "proofs", "people");

    private static final Person PUBLIC = Person.PUBLIC;
    private static final Person OBSERVER = new Person("Olha", Role.OBSERVER, Optional.of("Mission"));
    private static final Person PARTY = new Person("Petro", Role.PARTY, Optional.of("Ukraine"));
    private static final Person GUARANTOR = new Person("Gosia", Role.GUARANTOR, Optional.of("Poland"));
    private static final Person SITTING = new Person("Flore", Role.MEMBER, Optional.of("France"));
    private static final Person BODY = new Person("Clerk", Role.MEMBER, Optional.of("Commission"));
    private static final Person KEEPER = new Person("Kay", Role.KEEPER, Optional.empty());

    @TempDir
    static Path folder;

    private static HeldRoom held;
    private static Chromium chromium;
    private static final Map<Person, Page> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws Exception {
        Optional<Chromium> found = Chromium.start();
        assumeTrue(found.isPresent(), "there is no chromium on this computer: the page was not tried in a browser");
        chromium = found.get();
        held = HeldRoom.of(folder, InstantSource.system(), Path.of("../agreements", ROOM, "agreement.md"));
        String day = Instant.now().minus(Duration.ofDays(2)).toString().replaceFirst("\\..*", "Z");
        String begun =
                "{\"id\":\"c\",\"event\":\"ceasefire_began\",\"source\":\"Commission\",\"occurred\":\"" + day + "\",\"basis\":\"seen\"}";
        assertThat(held.rooms.getFirst().submit(begun.getBytes(java.nio.charset.StandardCharsets.UTF_8), "keeper", false).problems())
                .isEmpty();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            held.close();
        }
    }

    @AfterEach
    void thePageComplainsOfNothing() {
        List<String> complaints = List.copyOf(chromium.complaints);
        chromium.complaints.clear();
        assertThat(complaints).isEmpty();
    }

    /** The browser of that person, signed in. */
    private static Page of(Person person) {
        return PAGES.computeIfAbsent(person, p -> {
            Page page = chromium.page(1280, 900);
            if (p.role() != Role.PUBLIC) {
                page.navigate(held.url("/enter/" + held.accounts.invite(p)));
            }
            return page;
        });
    }

    private static Page go(Person person, String view) {
        Page page = of(person);
        String hash = "#/" + ROOM + "/" + view;
        page.navigate(held.url("/" + hash));
        page.locator("html[data-shown='" + hash + "']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of(PUBLIC, List.of()),
                Arguments.of(OBSERVER, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(PARTY, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(GUARANTOR, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(SITTING, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(BODY, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(KEEPER, List.of()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    @Order(1)
    void eachRoleSeesEveryViewAndIsOfferedWhatTheTextLetsItDoAndNothingElse(Person person, List<String> offered) {
        for (String view : VIEWS) {
            Page page = go(person, view + "?lang=en");
            assertThat(page.locator("#room > h1")).isVisible();
            assertThat(page.locator("#room [role=alert]")).hasCount(0);
        }
        Page page = go(person, "record?lang=en");
        System.out.println(person + " " + page.locator("[data-key=acts] > button").allInnerTexts() + " " + page.locator("[data-key=say]").innerText());
        assertThat(page.locator(".drop")).hasCount(offered.isEmpty() ? 0 : 1);
        boolean keeper = person.role() == Role.KEEPER;
        assertThat(page.locator("#views").getByText("People")).hasCount(keeper ? 1 : 0);
        go(person, "people?lang=en");
        assertThat(page.locator("#room form")).hasCount(keeper ? 1 : 0);
        go(person, "exercise?lang=en");
        assertThat(page.locator("#room [data-key=begin]")).hasCount(person.role() == Role.PUBLIC ? 0 : 1);
    }
}
