package holdfast.record.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value. Members stand in the order of RFC 8785: of their UTF-16 code units. */
public sealed interface Json {
    record Text(String text) implements Json {}

    record Number(double number) implements Json {
        public Number {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("JSON has no " + number);
            }
        }
    }

    record Flag(boolean flag) implements Json {}

    record Nothing() implements Json {}

    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Members(SortedMap<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        /** The text of a member; empty where there is none, or it is no text. */
        public Optional<String> text(String name) {
            return members.get(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
        }

        public Optional<Members> object(String name) {
            return members.get(name) instanceof Members inner ? Optional.of(inner) : Optional.empty();
        }

        /** The same with one member more. */
        public Members with(String name, Json value) {
            SortedMap<String, Json> more = new TreeMap<>(members);
            more.put(name, value);
            return new Members(more);
        }

        public Members with(String name, String text) {
            return with(name, new Text(text));
        }

        public Members with(String name, long number) {
            return with(name, new Number(number));
        }
    }

    Members NONE = new Members(new TreeMap<>());

    static Members of(Map<String, ? extends Json> members) {
        return new Members(new TreeMap<>(members));
    }

    /** As RFC 8785 writes it. */
    default byte[] canonical() {
        StringBuilder out = new StringBuilder(256);
        CanonicalText.write(this, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
