package holdfast.intake.form;

import holdfast.intake.problem.RecordCode;
import holdfast.intake.text.UnreadableText;
import java.util.function.Predicate;

/**
 * A form of files that is not read, and is recognised so that whoever has such a file is told what to do with it.
 *
 * @param <S> by what it is recognised: the first bytes of a file, or the names of what is in an archive
 * @param found what it is
 * @param mend what turns it into something that is read; may be empty
 */
record UnreadForm<S>(Predicate<S> sign, String found, String mend) {
    UnreadableText refusal() {
        return new UnreadableText(RecordCode.WRONG_KIND_OF_FILE, 0, found, FileForms.wanted(), mend);
    }
}
