package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.play.Cast;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F31: a guarantor has not bound itself, or is bound only if another is. */
final class NoConsent implements Check {
    @Override
    public Code code() {
        return Code.F31;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = Cast.withRole(agreement, Actor.Role.GUARANTOR);
        if (guarantors.isEmpty()) {
            return Check.notApplicable("the text has no guarantor");
        }
        Set<String> coupled = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (waitsForAnothersConsent(agreement, norm)) {
                coupled.add(norm.id());
            }
        }
        if (!coupled.isEmpty()) {
            return one(Finding.fires(
                    code(),
                    List.copyOf(coupled),
                    "one guarantor is bound only if another has consented: where one parliament says no, both are free",
                    Optional.empty()));
        }
        Set<Pattern> entry = new LinkedHashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                entry.addAll(Uses.of(agreement, guard.condition()).patterns());
            }
        }
        List<String> missing = new ArrayList<>(guarantors);
        entry.stream()
                .filter(p -> Vocabulary.speaksOf(Vocabulary.CONSENT, p.event()))
                .forEach(p -> SilentReporting.doer(agreement, p).ifPresent(missing::remove));
        if (missing.isEmpty()) {
            return Check.none();
        }
        boolean someConsent = missing.size() < guarantors.size();
        boolean signed = agreement.standing().equals("signed")
                || entry.stream()
                        .anyMatch(p -> Vocabulary.speaksOf(Vocabulary.SIGNATURE, p.event())
                                || Vocabulary.speaksOf(Vocabulary.CONSENT, p.event()));
        if (signed || someConsent) {
            return one(Finding.lesser(
                    code(),
                    List.of(),
                    "there is a signature, but the consent that binds " + Wording.and(missing)
                            + " at home is no part of the entry into force",
                    Optional.empty()));
        }
        return one(Finding.fires(
                code(),
                List.of(),
                "no act says that " + Wording.and(missing) + (missing.size() == 1 ? " is" : " are")
                        + " bound: no signature, no ratification, no entry into force",
                Optional.empty()));
    }

    private static boolean waitsForAnothersConsent(Agreement agreement, Norm norm) {
        List<String> others = new ArrayList<>(Cast.withRole(agreement, Actor.Role.GUARANTOR));
        List<String> own = new ArrayList<>();
        Cast.bearers(norm).forEach(b -> b.ifPresent(own::add));
        boolean guarantee = own.stream().anyMatch(others::contains);
        others.removeAll(own);
        return guarantee
                && java.util.stream.Stream.concat(
                                Uses.of(agreement, norm.guard()).patterns().stream(),
                                Uses.of(agreement, norm.whileTrue()).patterns().stream())
                        .anyMatch(p -> Vocabulary.speaksOf(Vocabulary.CONSENT, p.event())
                                && SilentReporting.doer(agreement, p)
                                        .filter(others::contains)
                                        .isPresent());
    }

    private static Result one(Finding finding) {
        return new Result.Found(List.of(finding));
    }
}
