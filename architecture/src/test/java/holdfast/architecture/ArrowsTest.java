package holdfast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards which part may use which: language, then engine, then intake, examine, territory and readiness side by side, the record above intake, then reports, then the command line. Drafting
 * knows the language alone; the reference stands beside all of them.
 */
class ArrowsTest {
    private static final JavaClasses HOLDFAST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("holdfast");
    private static final Class<?>[] SHARED = {Record.class, Time.class, Verdict.class, Status.class, Standing.class};

    @ParameterizedTest(name = "{0} uses none of {1}")
    @CsvSource({
        "language, engine reference examine intake territory readiness record report drafting publish server cli",
        "engine, reference examine intake territory readiness record report drafting publish server cli",
        "examine, reference intake territory readiness record report drafting publish server cli",
        "intake, reference examine territory readiness record report drafting publish server cli",
        "territory, reference examine intake readiness record report drafting publish server cli",
        "readiness, reference examine intake territory record report drafting publish server cli",
        "record, reference examine territory readiness report drafting publish server cli",
        "report, reference record drafting publish server cli",
        "drafting, engine reference examine intake territory readiness record report publish server cli",
        "publish, language engine reference examine intake territory readiness record report drafting server cli",
        "server, reference drafting cli",
        "cli, reference"
    })
    void usesNoneOf(String part, String others) {
        noClasses()
                .that()
                .resideInAPackage(packageOf(part))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesOf(others))
                .allowEmptyShould(true)
                .check(HOLDFAST);
    }

    @Test
    void noTwoPackagesHangOnEachOther() {
        slices().matching("holdfast.(**)").should().beFreeOfCycles().check(HOLDFAST);
    }

    /**
     * Two evaluators that agree say something only as long as neither borrows from the other. What they share is the model of a text, and
     * what goes in and comes out: records, times and verdicts.
     */
    @Test
    void theReferenceSharesNothingWithTheEngineButWhatGoesInAndComesOut() {
        classes()
                .that()
                .resideInAPackage("holdfast.reference..")
                .should()
                .onlyDependOnClassesThat(
                        areIn("holdfast.reference..", "holdfast.language.model", "java..", "org.jspecify..")
                                .or(areShared()))
                .check(HOLDFAST);
    }

    /** So that nothing of the engine's computing comes to the reference by way of them. */
    @Test
    void whatTheReferenceSharesWithTheEngineComputesNothing() {
        classes()
                .that(areShared())
                .should()
                .onlyDependOnClassesThat(
                        areIn("holdfast.language.model", "java..").or(areShared()))
                .check(HOLDFAST);
    }

    /** Neither digits nor letters hang on the locale of the machine: under an Arabic one `%d` writes other digits, under a Turkish one `I` becomes another letter. */
    @Test
    void nothingHangsOnTheLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(HOLDFAST);
    }

    /** Without this, a wrong class path would make every rule above hold of nothing. */
    @Test
    void seesTheClassesThatItGuards() {
        assertThat(HOLDFAST.contain("holdfast.cli.Main")).isTrue();
        assertThat(HOLDFAST.contain("holdfast.reference.Reference")).isTrue();
    }

    private static DescribedPredicate<JavaClass> areShared() {
        return describe(
                "are records, times or verdicts", c -> belongToAnyOf(SHARED).test(c.getBaseComponentType()));
    }

    private static DescribedPredicate<JavaClass> areIn(String... packages) {
        return describe(
                "are in " + String.join(", ", packages),
                c -> resideInAnyPackage(packages).test(c.getBaseComponentType()));
    }

    private static String packageOf(String part) {
        return "holdfast." + part + "..";
    }

    private static String[] packagesOf(String parts) {
        String[] packages = parts.split(" ");
        for (int i = 0; i < packages.length; i++) {
            packages[i] = packageOf(packages[i]);
        }
        return packages;
    }
}
