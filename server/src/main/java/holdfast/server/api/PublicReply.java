package holdfast.server.api;

import holdfast.server.access.PublicView;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as the public is given it: without what is withheld, and with places told only roughly. It is taken out of what would be sent, whatever path it came from, so that a new path
 * has it, too.
 */
final class PublicReply {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double KM_A_DEGREE = 111.2;

    /** By which records can be told, and what somebody wrote in one: the ids of others' records tell of places and of sources. */
    private static final Set<String> OF_RECORDS = Set.of("records", "recordCount", "key", "id", "about");

    private static final Set<String> OF_SOURCES =
            Set.of("source", "author", "words", "from", "note", "standard", "dissent", "entry");

    private static final Set<String> OF_PLACES = Set.of("place", "town");

    private static final String FIT = "holdfast.fit";

    private final PublicView view;

    PublicReply(PublicView view) {
        this.view = view;
    }

    PublicView view() {
        return view;
    }

    /** What is answered was made fit for whoever asks already. */
    static void isFit(Context ctx) {
        ctx.attribute(FIT, true);
    }

    /** Puts it in place of what would be sent. */
    void instead(Context ctx) {
        if (ctx.attribute(FIT) != null) {
            return;
        }
        @Nullable String type = ctx.res().getContentType();
        if (type == null || !type.startsWith("application/json")) {
            return;
        }
        @Nullable String sent = ctx.result();
        if (sent != null && !sent.isBlank()) {
            ctx.result((filtered(sent) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    String filtered(String json) {
        JsonNode answer = JSON.readTree(json);
        take(answer);
        return JSON.writeValueAsString(answer);
    }

    private void take(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object(object);
        }
        node.forEach(this::take);
    }

    private void object(ObjectNode object) {
        List<String> gone = new ArrayList<>();
        boolean ofRecord = object.has("records");
        object.propertyNames().forEach(name -> {
            boolean source = view.withheldSources() && OF_SOURCES.contains(name);
            boolean place = view.coarseKm().isPresent() && OF_PLACES.contains(name);
            boolean record = OF_RECORDS.contains(name) && ofRecord && hides();
            if (source || place || record) {
                gone.add(name);
            }
        });
        gone.forEach(object::remove);
        view.coarseKm().ifPresent(km -> coarsen(object, km));
    }

    private boolean hides() {
        return view.withheldSources() || view.coarseKm().isPresent();
    }

    private static void coarsen(ObjectNode object, BigDecimal km) {
        if (object.path("latitude").isNumber() && object.path("longitude").isNumber()) {
            double[] rough = rough(
                    object.path("latitude").doubleValue(),
                    object.path("longitude").doubleValue(),
                    km.doubleValue());
            object.put("latitude", rough[0]).put("longitude", rough[1]).remove("name");
        }
        boolean incident = object.path("properties").path("kind").asString("").equals("incident");
        if (incident && object.path("geometry").path("coordinates") instanceof ArrayNode at && at.size() == 2) {
            double[] rough = rough(at.get(1).doubleValue(), at.get(0).doubleValue(), km.doubleValue());
            at.removeAll().add(rough[1]).add(rough[0]);
        }
    }

    /** The middle of the square in which it lies, of so many kilometres, on a grid that is the same for all. */
    static double[] rough(double latitude, double longitude, double km) {
        double step = km / KM_A_DEGREE;
        double lat = (Math.floor(latitude / step) + 0.5) * step;
        double wide = step / Math.max(0.05, Math.cos(Math.toRadians(lat)));
        double lon = (Math.floor(longitude / wide) + 0.5) * wide;
        return new double[] {Math.rint(lat * 1e4) / 1e4, Math.rint(lon * 1e4) / 1e4};
    }

    /** Empty where everything is told to whoever asks. */
    static Optional<PublicReply> to(Context ctx) {
        return Gate.view(ctx)
                .filter(v -> v.withheldSources() || v.coarseKm().isPresent())
                .map(PublicReply::new);
    }
}
