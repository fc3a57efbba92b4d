package holdfast.intake.value;

import holdfast.language.model.Value;

/** Values as they are written in one cell. */
public final class WrittenValue {
    private WrittenValue() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> text;
            case Value.Number number -> number.number().toPlainString();
            case Value.Day day -> day.date().toString();
            case Value.Place place -> place.name();
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
        };
    }
}
