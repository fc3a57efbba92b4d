package holdfast.drafting.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text to begin with: generic parties, whole articles, real deadlines. What it leaves open, it says in its last section. */
public enum Template {
    BLANK("two parties, one ban, one duty: the smallest text that has everything a text needs"),
    CEASEFIRE("guns silent from an hour, a line, a commission that confirms, a ladder that answers a breach"),
    TWO_LAYER_GUARANTEE("a first layer of arms and pay, a second of guarantors who answer an attack by the clock"),
    MONITORING_MANDATE("a mission: what it may see, how often it goes, what it publishes, who pays, when it ends"),
    HUMANITARIAN_CORRIDOR("a road that opens at an hour, convoys told ahead, nobody shoots, nobody is held up"),
    PRISONER_EXCHANGE("lists, access, all for all within days, the wounded first, who counts"),
    ENERGY_TRUCE("no strikes on power, gas and water; counted, confirmed, and what follows a strike");

    private final String about;

    Template(String about) {
        this.about = about;
    }

    /** As one types it: {@code two-layer-guarantee}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, in a line. */
    public String about() {
        return about;
    }

    public static Optional<Template> called(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(values()).filter(t -> t.title().equals(plain)).findFirst();
    }

    /** In the order in which they are shown. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Template::title).toList();
    }

    /** The document. */
    public String markdown() {
        try (InputStream in = Template.class.getResourceAsStream(title() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("there is no template " + title());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a template cannot be read", e);
        }
    }
}
