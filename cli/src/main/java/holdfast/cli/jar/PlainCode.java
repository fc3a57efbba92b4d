package holdfast.cli.jar;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A class in which a method of its own stands in the place of each {@code invokedynamic} for a switch over types and for what
 * every record has. Those for lambdas and for joined texts Java can keep.
 */
final class PlainCode {
    private static final int OWN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassModel model;
    private final ClassDesc type;
    private final boolean isInterface;
    private final List<Replaced> replaced = new ArrayList<>();

    /** What was called, and the code that now does it. */
    private record Replaced(InvokeDynamicInstruction call, Consumer<CodeBuilder> code) {
        String name(int number) {
            return "plain$" + call.name() + "$" + number;
        }
    }

    PlainCode(ClassModel model) {
        this.model = model;
        type = model.thisClass().asSymbol();
        isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /** Empty where there is nothing to replace. */
    Optional<byte[]> written(ClassFile files) {
        if (!mayHaveSome()) {
            return Optional.empty();
        }
        byte[] written = files.transformClass(
                model,
                ClassTransform.transformingMethodBodies(this::element)
                        .andThen(ClassTransform.endHandler(this::addMethods)));
        return replaced.isEmpty() ? Optional.empty() : Optional.of(written);
    }

    /** Most classes have none, and to read all their code takes long. */
    private boolean mayHaveSome() {
        return model.findAttribute(Attributes.bootstrapMethods()).stream()
                .flatMap(all -> all.bootstrapMethods().stream())
                .map(one -> one.bootstrapMethod().reference().owner().asSymbol())
                .anyMatch(owner -> owner.equals(TypeSwitch.BOOTSTRAPS) || owner.equals(RecordMethod.BOOTSTRAPS));
    }

    private void element(CodeBuilder code, CodeElement element) {
        Optional<Replaced> plain = element instanceof InvokeDynamicInstruction call ? plain(call) : Optional.empty();
        plain.ifPresentOrElse(found -> call(code, found), () -> code.with(element));
    }

    private Optional<Replaced> plain(InvokeDynamicInstruction call) {
        return TypeSwitch.code(call).or(() -> RecordMethod.code(call, type)).map(code -> new Replaced(call, code));
    }

    /** As long as what it replaces, so that every offset in the class still holds. */
    private void call(CodeBuilder code, Replaced found) {
        code.invokestatic(type, found.name(replaced.size()), found.call().typeSymbol(), isInterface)
                .nop()
                .nop();
        replaced.add(found);
    }

    private void addMethods(ClassBuilder builder) {
        for (int i = 0; i < replaced.size(); i++) {
            Replaced added = replaced.get(i);
            builder.withMethodBody(added.name(i), added.call().typeSymbol(), OWN, added.code());
        }
    }
}
