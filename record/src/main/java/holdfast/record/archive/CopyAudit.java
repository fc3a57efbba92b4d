package holdfast.record.archive;

import holdfast.record.entry.DamagedEntry;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.Digests;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.audit.Archive;
import holdfast.record.log.audit.Audit;
import holdfast.record.log.audit.AuditReport;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.trust.Policy;
import holdfast.record.store.StoreTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a copy of a record from itself alone: the log, and beyond it that every entry can be read and every attachment is the one that was submitted. */
public final class CopyAudit {
    /** What is wrong beyond the log: where, and what. */
    public record Finding(String place, String what) {}

    /**
     * @param log what is wrong with signatures, tiles and entries
     * @param findings what is wrong with what entries say, and with attachments
     */
    public record Report(AuditReport log, List<Finding> findings, int attachments) {
        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether nothing is wrong but that the last checkpoint is not, or not yet, cosigned as the policy wants. */
        public boolean isOnlyNotCosigned() {
            return findings.isEmpty() && log.isOnlyNotCosigned();
        }

        public boolean isSound() {
            return log.isSound() && findings.isEmpty();
        }
    }

    private interface Attachments {
        InputStream open(Statement.File file) throws IOException;
    }

    private CopyAudit() {}

    /** @param policy empty: the keys that the copy itself brings are believed */
    public static Report of(ArchiveFile file, Optional<Policy> policy) throws IOException {
        List<NoteVerifier> keys = policy.isPresent() ? List.of() : file.keys();
        return of(
                file.log(),
                policy.orElseGet(() -> Policy.of(keys)),
                f -> Files.newInputStream(file.attachment(f.digest())));
    }

    public static Report of(SharedRecord record, Optional<Policy> policy) throws IOException {
        return of(new StoredArchive(record), policy.orElseGet(() -> Policy.of(record.verifiers())), f -> {
            try {
                return record.store().attachment(f.digest());
            } catch (StoreTrouble e) {
                throw new NoSuchFileException(f.sha256());
            }
        });
    }

    private static Report of(Archive archive, Policy policy, Attachments attachments) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Statement.File> files = new LinkedHashMap<>();
        Map<String, Long> firstNamed = new LinkedHashMap<>();
        AuditReport log = Audit.of(archive, policy, (index, bytes) -> {
            Entry entry = new Entry(index, bytes);
            try {
                for (Statement.File file : AttachedFiles.of(entry)) {
                    files.putIfAbsent(file.sha256(), file);
                    firstNamed.putIfAbsent(file.sha256(), index);
                }
            } catch (DamagedEntry e) {
                findings.add(new Finding("entry " + index, "it is no entry of Holdfast"));
            }
        });
        for (Statement.File file : files.values()) {
            check(file, firstNamed.getOrDefault(file.sha256(), 0L), attachments).ifPresent(findings::add);
        }
        return new Report(log, findings, files.size());
    }

    private static Optional<Finding> check(Statement.File file, long entry, Attachments attachments)
            throws IOException {
        String place = "attachments/" + file.sha256();
        String whose = "`" + file.name() + "`, which entry " + entry + " names";
        try (InputStream in = attachments.open(file)) {
            String found = Digests.of(file.name(), in).sha256();
            return found.equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(new Finding(place, whose + ", was replaced: its digest is " + found));
        } catch (NoSuchFileException e) {
            return Optional.of(new Finding(place, whose + ", is missing"));
        }
    }
}
