package holdfast.examine.play;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** What a part of the model is made of, whatever kind it is. */
public final class Components {
    private Components() {}

    /** The components of a record, in order. */
    public static List<Object> of(Record made) {
        List<Object> all = new ArrayList<>();
        try {
            for (RecordComponent component : made.getClass().getRecordComponents()) {
                all.add(component.getAccessor().invoke(made));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the records of the model are public", impossible);
        }
        return all;
    }
}
