package holdfast.server.access;

import holdfast.engine.Record;
import holdfast.engine.monitor.fact.Authors;
import holdfast.language.model.Agreement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who speaks in what somebody sends: the one for whom it came in, whatever is written in it. */
public final class Speaking {
    private final Authors authors;
    private final Set<String> declared = new TreeSet<>();

    public Speaking(Agreement agreement) {
        this.authors = new Authors(agreement);
        agreement.actors().forEach(a -> declared.add(a.name()));
        agreement.bodies().forEach(b -> declared.add(b.name()));
    }

    /**
     * The record as the person says it. A source stays, if it is a document: where something can be read is no matter of who says it here.
     *
     * @return empty where the record says that somebody else speaks in it
     */
    public Optional<Record> spoken(Voice voice, Record record) {
        boolean anothers =
                record.author().isPresent() && !isVoice(voice, record.author().get());
        boolean underAnothersName =
                !isVoice(voice, record.source()) && declared.contains(authors.named(record.source()));
        if (anothers || underAnothersName) {
            return Optional.empty();
        }
        return Optional.of(
                isVoice(voice, record.source())
                        ? with(record, voice.name(), Optional.empty())
                        : with(record, record.source(), Optional.of(voice.name())));
    }

    private boolean isVoice(Voice voice, String written) {
        return authors.named(written).equals(voice.name());
    }

    private static Record with(Record record, String source, Optional<String> author) {
        return switch (record) {
            case Record.Observation o ->
                new Record.Observation(
                        o.id(),
                        o.recorded(),
                        source,
                        o.corrects(),
                        o.event(),
                        o.occurred(),
                        o.values(),
                        o.basis(),
                        o.incident(),
                        author);
            case Record.Attribution a ->
                new Record.Attribution(
                        a.id(),
                        a.recorded(),
                        source,
                        a.corrects(),
                        a.about(),
                        a.to(),
                        a.standard(),
                        a.dissent(),
                        author);
            case Record.Finding f ->
                new Record.Finding(
                        f.id(),
                        f.recorded(),
                        source,
                        f.corrects(),
                        f.occurred(),
                        f.about(),
                        f.clause(),
                        f.bearer(),
                        f.term(),
                        f.result(),
                        author);
            case Record.Withdrawal w -> new Record.Withdrawal(w.id(), w.recorded(), source, w.withdraws(), author);
        };
    }
}
