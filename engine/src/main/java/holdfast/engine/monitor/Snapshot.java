package holdfast.engine.monitor;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what a monitor knows, and makes another that knows it. What a monitor says hangs on the records that it took and on its moment alone, so these are what is written; a
 * text or name that comes again is written once. Whoever asks the other for changes hears everything the first time.
 */
public final class Snapshot {
    private static final int MAGIC = 0x48464D31;
    private static final int OBSERVATION = 1;
    private static final int ATTRIBUTION = 2;
    private static final int FINDING = 3;
    private static final int WITHDRAWAL = 4;
    private static final int END = 0;

    private Snapshot() {}

    /** Writes what the monitor knows. The stream is flushed and stays open. */
    public static void write(Monitor monitor, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeUTF(monitor.text().agreement().sha256());
        out.writeLong(monitor.now());
        Writer writer = new Writer(out);
        List<IOException> failed = new ArrayList<>();
        monitor.forEachRecord(record -> {
            if (failed.isEmpty()) {
                try {
                    writer.write(record);
                } catch (IOException e) {
                    failed.add(e);
                }
            }
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        out.writeByte(END);
        out.flush();
    }

    /**
     * A monitor that knows what was written.
     *
     * @throws IOException if it is no snapshot, is cut off, or was made under another text
     */
    public static Monitor read(Program program, InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no snapshot of a monitor");
        }
        if (!in.readUTF().equals(program.agreement().sha256())) {
            throw new IOException("this snapshot was made under another text of the agreement");
        }
        Monitor monitor = Monitor.ofManyRecords(program);
        monitor.advanceTo(in.readLong());
        Reader reader = new Reader(in);
        try {
            for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
                monitor.accept(reader.read(kind));
            }
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | IllegalArgumentException damage) {
            throw new IOException("this snapshot is damaged", damage);
        }
        return monitor;
    }

    /** Writes texts that come again as numbers. */
    private static final class Writer {
        private static final int LONGEST = 20_000;
        private final DataOutputStream out;
        private final Map<String, Integer> texts = new HashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void write(Record record) throws IOException {
            switch (record) {
                case Record.Observation o -> {
                    begin(OBSERVATION, o);
                    text(o.corrects());
                    text(o.event());
                    time(o.occurred());
                    out.writeByte(o.basis().ordinal());
                    text(o.incident());
                    out.writeByte(o.values().size());
                    for (Map.Entry<String, Value> value : new TreeMap<>(o.values()).entrySet()) {
                        text(value.getKey());
                        value(value.getValue());
                    }
                }
                case Record.Attribution a -> {
                    begin(ATTRIBUTION, a);
                    text(a.corrects());
                    unique(a.about());
                    text(a.to());
                    unique(a.standard());
                    unique(a.dissent());
                }
                case Record.Finding f -> {
                    begin(FINDING, f);
                    text(f.corrects());
                    time(f.occurred());
                    text(f.about());
                    text(f.clause());
                    text(f.bearer());
                    text(f.term());
                    text(f.result());
                }
                case Record.Withdrawal w -> {
                    begin(WITHDRAWAL, w);
                    unique(w.withdraws());
                }
            }
        }

        private void begin(int kind, Record record) throws IOException {
            out.writeByte(kind);
            unique(record.id());
            out.writeLong(record.recorded());
            text(record.source());
            text(record.author());
        }

        private void time(Time time) throws IOException {
            out.writeLong(time.lo());
            out.writeLong(time.hi());
        }

        private void value(Value value) throws IOException {
            switch (value) {
                case Value.Actor(String name) -> {
                    out.writeByte('a');
                    text(name);
                }
                case Value.Text(String text) -> {
                    out.writeByte('t');
                    text(text);
                }
                case Value.Number(BigDecimal number) -> {
                    out.writeByte('n');
                    out.writeByte(number.scale());
                    byte[] digits = number.unscaledValue().toByteArray();
                    out.writeByte(digits.length);
                    out.write(digits);
                }
                case Value.Day(LocalDate date) -> {
                    out.writeByte('d');
                    out.writeLong(date.toEpochDay());
                }
                case Value.Place(double latitude, double longitude, String name) -> {
                    out.writeByte('p');
                    out.writeDouble(latitude);
                    out.writeDouble(longitude);
                    text(name);
                }
                case Value.NamedPlace(String name) -> {
                    out.writeByte('q');
                    text(name);
                }
                case Value.ZoneName(String name) -> {
                    out.writeByte('z');
                    text(name);
                }
                case Value.Reference(String id) -> {
                    out.writeByte('r');
                    text(id);
                }
            }
        }

        private void text(Optional<String> text) throws IOException {
            out.writeBoolean(text.isPresent());
            if (text.isPresent()) {
                text(text.get());
            }
        }

        private void text(String text) throws IOException {
            Integer known = texts.get(text);
            out.writeInt(known == null ? -1 : known);
            if (known == null) {
                texts.put(text, texts.size());
                unique(text);
            }
        }

        /** In pieces: one piece of the format is no longer than 65,535 bytes. */
        private void unique(String text) throws IOException {
            int pieces = (text.length() + LONGEST - 1) / LONGEST;
            out.writeByte(Math.min(pieces, Byte.MAX_VALUE));
            if (pieces >= Byte.MAX_VALUE) {
                throw new IOException("a text of " + text.length() + " characters does not fit into a snapshot");
            }
            for (int i = 0; i < pieces; i++) {
                out.writeUTF(text.substring(i * LONGEST, Math.min(text.length(), (i + 1) * LONGEST)));
            }
        }
    }

    private static final class Reader {
        private static final Basis[] BASES = Basis.values();
        private final DataInputStream in;
        private final List<String> texts = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        Record read(int kind) throws IOException {
            String id = unique();
            long recorded = in.readLong();
            String source = text();
            Optional<String> author = optional();
            return switch (kind) {
                case OBSERVATION -> {
                    Optional<String> corrects = optional();
                    String event = text();
                    Time occurred = time();
                    Basis basis = BASES[in.readByte()];
                    Optional<String> incident = optional();
                    int count = in.readByte();
                    Map<String, Value> values = new HashMap<>();
                    for (int i = 0; i < count; i++) {
                        values.put(text(), value());
                    }
                    yield new Record.Observation(
                            id, recorded, source, corrects, event, occurred, values, basis, incident, author);
                }
                case ATTRIBUTION ->
                    new Record.Attribution(
                            id, recorded, source, optional(), unique(), text(), unique(), unique(), author);
                case FINDING -> {
                    Optional<String> corrects = optional();
                    Time occurred = time();
                    yield new Record.Finding(
                            id,
                            recorded,
                            source,
                            corrects,
                            occurred,
                            optional(),
                            optional(),
                            optional(),
                            optional(),
                            text(),
                            author);
                }
                case WITHDRAWAL -> new Record.Withdrawal(id, recorded, source, unique(), author);
                default -> throw new IOException("this snapshot is damaged: there is no record of the kind " + kind);
            };
        }

        private Time time() throws IOException {
            return new Time(in.readLong(), in.readLong());
        }

        private Value value() throws IOException {
            int kind = in.readByte();
            return switch (kind) {
                case 'a' -> new Value.Actor(text());
                case 't' -> new Value.Text(text());
                case 'n' -> {
                    int scale = in.readByte();
                    byte[] digits = new byte[in.readByte()];
                    in.readFully(digits);
                    yield new Value.Number(new BigDecimal(new BigInteger(digits), scale));
                }
                case 'd' -> new Value.Day(LocalDate.ofEpochDay(in.readLong()));
                case 'p' -> new Value.Place(in.readDouble(), in.readDouble(), text());
                case 'q' -> new Value.NamedPlace(text());
                case 'z' -> new Value.ZoneName(text());
                case 'r' -> new Value.Reference(text());
                default -> throw new IOException("this snapshot is damaged: there is no value of the kind " + kind);
            };
        }

        private Optional<String> optional() throws IOException {
            return in.readBoolean() ? Optional.of(text()) : Optional.empty();
        }

        private String text() throws IOException {
            int number = in.readInt();
            if (number >= 0) {
                return texts.get(number);
            }
            String text = unique();
            texts.add(text);
            return text;
        }

        private String unique() throws IOException {
            int pieces = in.readByte();
            if (pieces == 1) {
                return in.readUTF();
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < pieces; i++) {
                text.append(in.readUTF());
            }
            return text.toString();
        }
    }
}
