package holdfast.server.access;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the record holds already, as far as it is asked when somebody submits. */
public interface Known {
    Optional<Record> record(String id);

    /** The motions with that id, in any body. */
    List<Record.Observation> motions(String id);

    /** With records that come before in the same submission. */
    default Known with(List<Record> before) {
        return new Known() {
            @Override
            public Optional<Record> record(String id) {
                return before.stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .or(() -> Known.this.record(id));
            }

            @Override
            public List<Record.Observation> motions(String id) {
                List<Record.Observation> all = new ArrayList<>(Known.this.motions(id));
                before.forEach(r -> {
                    if (r instanceof Record.Observation o && isMotion(o, id)) {
                        all.add(o);
                    }
                });
                return all;
            }
        };
    }

    static boolean isMotion(Record.Observation observation, String id) {
        return observation.event().equals(May.MOTION)
                && May.text(observation, "id").equals(Optional.of(id));
    }
}
