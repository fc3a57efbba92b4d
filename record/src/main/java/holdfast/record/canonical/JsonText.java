package holdfast.record.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON strictly: nothing twice in an object, nothing behind the end. */
public final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** It is no JSON, or no JSON that means the same to everybody. */
    public static final class NoJson extends Exception {
        NoJson(String message) {
            super(message);
        }
    }

    public static Json read(byte[] bytes) throws NoJson {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            Json json = value(parser);
            if (parser.nextToken() != null) {
                throw new NoJson("something stands behind its end");
            }
            return json;
        } catch (JacksonException e) {
            throw new NoJson(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new NoJson(String.valueOf(e.getMessage()));
        }
    }

    private static Json value(JsonParser parser) throws NoJson {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new NoJson("it ends too soon");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getDoubleValue());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Nothing();
            case END_ARRAY, END_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new NoJson("`" + token + "` stands where a value is expected");
        };
    }

    private static Json members(JsonParser parser) throws NoJson {
        SortedMap<String, Json> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Members(members);
    }

    private static Json items(JsonParser parser) throws NoJson {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Items(items);
    }
}
