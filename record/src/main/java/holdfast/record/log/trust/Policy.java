package holdfast.record.log.trust;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteVerifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose checkpoints are believed, and who must have cosigned them: what a file in C2SP's form `tlog-policy` says.
 *
 * @param quorum the name of a witness or of a group; empty where no cosignature is wanted
 */
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, Optional<String> quorum) {
    /** @param url where it is served; nothing is asked there to check it */
    public record Log(NoteVerifier key, Optional<String> url) {}

    /** @param url where it takes checkpoints to cosign */
    public record Witness(String name, NoteVerifier key, Optional<String> url) {}

    /** Has witnessed where at least {@code threshold} of its members have. */
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }

        /** {@code 2 of Kyiv, Oslo, Warsaw}. */
        public String inWords() {
            return threshold + " of " + String.join(", ", members);
        }
    }

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    /** One log and no witness: what its own folder knows of it. */
    public static Policy of(List<NoteVerifier> logKeys) {
        return new Policy(
                logKeys.stream().map(k -> new Log(k, Optional.empty())).toList(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** What the signatures under a checkpoint are worth under this policy. */
    public Judgement judge(Note note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        // A key of another log says nothing about this one, even if it signed.
        List<NoteVerifier> known = new ArrayList<>(logs.stream()
                .map(Log::key)
                .filter(k -> k.name().equals(checkpoint.origin()))
                .toList());
        Set<NoteVerifier> logKeys = Set.copyOf(known);
        witnesses.forEach(w -> known.add(w.key()));
        Note.Opened opened = note.open(known);
        List<Judgement.Cosigned> cosigned = witnesses.stream()
                .flatMap(w -> opened.signed().stream()
                        .filter(s -> s.key().equals(w.key()))
                        .limit(1)
                        .map(s -> new Judgement.Cosigned(w.name(), s.time().orElse(0L))))
                .toList();
        return new Judgement(
                checkpoint,
                opened.signed().stream()
                        .map(Note.Signed::key)
                        .filter(logKeys::contains)
                        .distinct()
                        .toList(),
                cosigned,
                opened.forged(),
                opened.unknown(),
                quorumInWords(),
                isMetBy(cosigned.stream().map(Judgement.Cosigned::witness).collect(Collectors.toSet())));
    }

    private boolean isMetBy(Set<String> cosigned) {
        Set<String> witnessed = new HashSet<>(cosigned);
        // A group names only what stands before it.
        for (Group group : groups) {
            if (group.members().stream().filter(witnessed::contains).count() >= group.threshold()) {
                witnessed.add(group.name());
            }
        }
        return quorum.isEmpty() || witnessed.contains(quorum.get());
    }

    /** {@code 2 of Kyiv, Oslo, Warsaw}; {@code none}. */
    public String quorumInWords() {
        return quorum.map(name -> groups.stream()
                        .filter(g -> g.name().equals(name))
                        .findFirst()
                        .map(Group::inWords)
                        .orElse(name))
                .orElse("none");
    }
}
