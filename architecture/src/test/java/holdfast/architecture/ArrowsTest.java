package holdfast.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards which part may use which: language, then engine, then record, examine and territory side by side, then the command line. */
class ArrowsTest {
    private static final JavaClasses HOLDFAST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("holdfast");

    @ParameterizedTest(name = "{0} uses none of {1}")
    @CsvSource({
        "language, engine examine record territory cli",
        "engine, examine record territory cli",
        "examine, record territory cli",
        "record, examine territory cli",
        "territory, examine record cli"
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
