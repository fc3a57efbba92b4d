package holdfast.report.replay;

import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A value of an attribute as JSON has it in every reply: a text, a number, or an object of a place. */
public final class ValueJson {
    private ValueJson() {}

    public static Object of(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> text;
            case Value.Number(BigDecimal number) -> number;
            case Value.Day(var date) -> date.toString();
            case Value.Place(double latitude, double longitude, String name) -> place(name, latitude, longitude);
            case Value.NamedPlace(String name) -> Map.of("name", name);
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
        };
    }

    private static Map<String, Object> place(String name, double latitude, double longitude) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("name", name);
        place.put("latitude", latitude);
        place.put("longitude", longitude);
        return place;
    }
}
