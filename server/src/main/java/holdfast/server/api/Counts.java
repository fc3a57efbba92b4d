package holdfast.server.api;

import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** What Prometheus is told of the server. */
final class Counts {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Counts(Rooms rooms) {
        for (Room room : rooms.all()) {
            Gauge.builder("holdfast_entries", room, Counts::entries)
                    .description("entries of the record under a checkpoint")
                    .tag("agreement", room.name())
                    .register(registry);
            Gauge.builder("holdfast_verdicts", room, Counts::verdicts)
                    .description("verdicts at the present")
                    .tag("agreement", room.name())
                    .register(registry);
            Gauge.builder("holdfast_listeners", room, Room::listening)
                    .description("who is told of changes as they come")
                    .tag("agreement", room.name())
                    .register(registry);
        }
        new JvmMemoryMetrics().bindTo(registry);
    }

    /** While a record is being read: of those that were read. */
    private static double entries(Room room) {
        return room.reading().map(r -> (double) r.read()).orElseGet(() ->
                (double) room.now().moment().size());
    }

    /** None is known of a record that is still being read. */
    private static double verdicts(Room room) {
        return room.reading().isPresent() ? Double.NaN : room.now().verdicts().size();
    }

    /** After each request. */
    void note(Context ctx) {
        registry.counter(
                        "holdfast_requests",
                        "method",
                        ctx.method().name(),
                        "status",
                        String.valueOf(ctx.status().getCode()))
                .increment();
    }

    void answer(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
