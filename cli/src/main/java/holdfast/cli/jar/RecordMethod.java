package holdfast.cli.jar;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code equals}, {@code hashCode} and {@code toString} of a record as {@link java.lang.runtime.ObjectMethods} makes them,
 * hash for hash and letter for letter: what is kept by either would else come in another order.
 */
final class RecordMethod {
    static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");

    private static final int THIS = 0;
    private static final int OTHER = 1;
    private static final int CAST = 2;
    private static final int FACTOR = 31;

    private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
    private static final ClassDesc BUILDER =
            StringBuilder.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc TEXT = MethodTypeDesc.of(ConstantDescs.CD_String);
    private static final MethodTypeDesc HASH = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
    private static final MethodTypeDesc EQUAL =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private final CodeBuilder code;
    private final ClassDesc type;
    private final List<Component> components;

    private record Component(String name, ClassDesc type) {
        /** As what a {@link StringBuilder} takes it. */
        ClassDesc appended() {
            return switch (TypeKind.from(type)) {
                case BYTE, SHORT, INT -> ConstantDescs.CD_int;
                case BOOLEAN, CHAR, LONG, FLOAT, DOUBLE -> type;
                case REFERENCE, VOID -> ConstantDescs.CD_Object;
            };
        }

        /** {@code Integer} for {@code int}. */
        ClassDesc boxed() {
            return switch (TypeKind.from(type)) {
                case BOOLEAN -> ConstantDescs.CD_Boolean;
                case BYTE -> ConstantDescs.CD_Byte;
                case CHAR -> ConstantDescs.CD_Character;
                case SHORT -> ConstantDescs.CD_Short;
                case INT -> ConstantDescs.CD_Integer;
                case LONG -> ConstantDescs.CD_Long;
                case FLOAT -> ConstantDescs.CD_Float;
                case DOUBLE -> ConstantDescs.CD_Double;
                case REFERENCE, VOID -> type;
            };
        }
    }

    private RecordMethod(CodeBuilder code, ClassDesc type, List<Component> components) {
        this.code = code;
        this.type = type;
        this.components = components;
    }

    /** Empty where it is another call. */
    static Optional<Consumer<CodeBuilder>> code(InvokeDynamicInstruction call, ClassDesc type) {
        if (!call.bootstrapMethod().owner().equals(BOOTSTRAPS)) {
            return Optional.empty();
        }
        List<Component> components = call.bootstrapArgs().stream()
                .flatMap(given -> given instanceof DirectMethodHandleDesc getter ? Stream.of(getter) : Stream.empty())
                .map(getter -> new Component(
                        getter.methodName(), getter.invocationType().returnType()))
                .toList();
        return switch (call.name().stringValue()) {
            case "equals" -> Optional.of(code -> new RecordMethod(code, type, components).equal());
            case "hashCode" -> Optional.of(code -> new RecordMethod(code, type, components).hash());
            case "toString" -> Optional.of(code -> new RecordMethod(code, type, components).text());
            default -> Optional.empty();
        };
    }

    private void hash() {
        code.iconst_0();
        for (Component component : components) {
            code.loadConstant(FACTOR).imul();
            load(THIS, component);
            if (component.type().isPrimitive()) {
                code.invokestatic(
                        component.boxed(), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, component.type()));
            } else {
                code.invokestatic(OBJECTS, "hashCode", HASH);
            }
            code.iadd();
        }
        code.ireturn();
    }

    private void equal() {
        Label equal = code.newLabel();
        Label different = code.newLabel();
        code.aload(THIS).aload(OTHER).if_acmpeq(equal);
        code.aload(OTHER).instanceOf(type).ifeq(different);
        code.aload(OTHER).checkcast(type).astore(CAST);
        for (Component component : components) {
            load(THIS, component);
            load(CAST, component);
            switch (TypeKind.from(component.type())) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(different);
                case LONG -> code.lcmp().ifne(different);
                case FLOAT, DOUBLE ->
                    code.invokestatic(
                                    component.boxed(),
                                    "compare",
                                    MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type()))
                            .ifne(different);
                case REFERENCE, VOID ->
                    code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(different);
            }
        }
        code.labelBinding(equal).iconst_1().ireturn();
        code.labelBinding(different).iconst_0().ireturn();
    }

    private void text() {
        code.new_(BUILDER).dup().invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        code.ldc(type).invokevirtual(ConstantDescs.CD_Class, "getSimpleName", TEXT);
        append(ConstantDescs.CD_String);
        String before = "[";
        for (Component component : components) {
            code.ldc(before + component.name() + "=");
            append(ConstantDescs.CD_String);
            load(THIS, component);
            append(component.appended());
            before = ", ";
        }
        code.ldc(components.isEmpty() ? "[]" : "]");
        append(ConstantDescs.CD_String);
        code.invokevirtual(BUILDER, "toString", TEXT).areturn();
    }

    private void append(ClassDesc given) {
        code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, given));
    }

    private void load(int slot, Component component) {
        code.aload(slot).getfield(type, component.name(), component.type());
    }
}
