package holdfast.server.json;

import holdfast.report.page.JsonText;
import holdfast.server.room.Reached;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
public final class Json {
    private static final JsonMapper READER = JsonMapper.builder().build();

    private Json() {}

    /** An object; what is null is written as null. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** How far a record was read. */
    public static Map<String, @Nullable Object> reached(Reached reached) {
        return object("read", reached.read(), "of", reached.of());
    }

    public static String text(Object value) {
        StringBuilder text = new StringBuilder();
        new JsonText(text).value(value);
        return text.append('\n').toString();
    }

    /** On one line, as an event of a stream must be. */
    public static String line(Object value) {
        return READER.readTree(text(value)).toString();
    }

    public static void answer(Context ctx, Object value) {
        ctx.contentType("application/json").result(text(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes JSON that says itself what it is. */
    public interface Written {
        void to(Appendable out) throws IOException;
    }

    public static void written(Context ctx, Written written) {
        StringBuilder text = new StringBuilder();
        try {
            written.to(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ctx.contentType("application/json").result(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A page of a report, which brings its own style and has no script. */
    public static void page(Context ctx, String html) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'");
        ctx.contentType("text/html; charset=utf-8").result(html.getBytes(StandardCharsets.UTF_8));
    }

    /** What is JSON already, as part of an answer. */
    public static Object read(String json) {
        return READER.readValue(json, Object.class);
    }

    public static JsonNode body(Context ctx) {
        try {
            return READER.readTree(ctx.bodyAsBytes());
        } catch (JacksonException e) {
            throw new Refused(400, "what was sent is no JSON: " + e.getOriginalMessage(), "");
        }
    }
}
