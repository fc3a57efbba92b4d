package holdfast.examine.play;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a part of the model is made of, whatever kind it is. */
public final class Components {
    private Components() {}

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    /** The components of a record, in order. */
    public static List<Object> of(Record made) {
        List<Object> all = new ArrayList<>();
        try {
            for (Method accessor : ACCESSORS.get(made.getClass())) {
                all.add(accessor.invoke(made));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the records of the model are public", impossible);
        }
        return all;
    }
}
