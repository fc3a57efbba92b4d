package holdfast.cli.jar;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@link java.lang.runtime.SwitchBootstraps#typeSwitch} answers, where every label is a type: the number of the first
 * label, from a given one on, that the value is an instance of; as many as there are labels where it is of none; -1 for
 * {@code null}. A switch goes on from a later label where a guard ({@code when}) or a pattern within did not hold.
 */
final class TypeSwitch {
    static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private static final int VALUE = 0;
    private static final int FROM = 1;

    private final CodeBuilder code;
    private final List<ClassDesc> types;

    private TypeSwitch(CodeBuilder code, List<ClassDesc> types) {
        this.code = code;
        this.types = types;
    }

    /** Empty where it is another call, or one with constants among its labels. */
    static Optional<Consumer<CodeBuilder>> code(InvokeDynamicInstruction call) {
        List<ConstantDesc> labels = call.bootstrapArgs();
        List<ClassDesc> types = labels.stream()
                .flatMap(label -> label instanceof ClassDesc type ? Stream.of(type) : Stream.empty())
                .toList();
        boolean fits = call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && call.name().equalsString("typeSwitch")
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && types.size() == labels.size()
                && types.stream().noneMatch(ClassDesc::isPrimitive);
        return fits ? Optional.of(code -> new TypeSwitch(code, types).write()) : Optional.empty();
    }

    private void write() {
        Label something = code.newLabel();
        code.aload(VALUE).ifnonnull(something).iconst_m1().ireturn().labelBinding(something);
        List<Label> tests = Stream.generate(code::newLabel).limit(types.size()).toList();
        Label none = code.newLabel();
        code.iload(FROM)
                .tableswitch(
                        none,
                        IntStream.range(0, tests.size())
                                .mapToObj(i -> SwitchCase.of(i, tests.get(i)))
                                .toList());
        for (int i = 0; i < tests.size(); i++) {
            code.labelBinding(tests.get(i))
                    .aload(VALUE)
                    .instanceOf(types.get(i))
                    .ifeq(i + 1 < tests.size() ? tests.get(i + 1) : none)
                    .loadConstant(i)
                    .ireturn();
        }
        code.labelBinding(none).loadConstant(types.size()).ireturn();
    }
}
