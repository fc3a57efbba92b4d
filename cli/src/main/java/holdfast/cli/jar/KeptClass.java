package holdfast.cli.jar;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Optional;

/**
 * A class as Java can keep it prepared. The cache of JDK 25 leaves out two things: a class whose file is older than Java 6, and
 * what {@code invokedynamic} makes for a switch over types and for the methods of a record, which is then made anew in each
 * process. So old class files get a newer version, with the stack maps it asks for, and those calls become plain code.
 *
 * <p>Whatever cannot be written anew, or would not be verified, stays as it is.
 */
final class KeptClass {
    private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;

    private final ClassFile files;

    KeptClass(ClassHierarchyResolver hierarchy) {
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    /** The same array where there is nothing to do. */
    byte[] of(byte[] before) {
        try {
            ClassModel type = files.parse(before);
            Optional<byte[]> after =
                    type.majorVersion() < OLDEST_KEPT ? Optional.of(raised(type)) : new PlainCode(type).written(files);
            return after.filter(bytes -> files.verify(bytes).isEmpty()).orElse(before);
        } catch (IllegalArgumentException e) {
            return before;
        }
    }

    private byte[] raised(ClassModel type) {
        return files.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS)
                .transformClass(
                        type,
                        ClassTransform.dropping(part -> part instanceof ClassFileVersion)
                                .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL))
                                .andThen(ClassTransform.endHandler(
                                        anew -> anew.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }
}
