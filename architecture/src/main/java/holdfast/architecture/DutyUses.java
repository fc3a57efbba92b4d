package holdfast.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a file asks what kind of duty a clause has.
 *
 * @param exhaustiveSwitches switches with kinds and without a default: a new kind does not compile there
 * @param isSilent it names a kind, other than to make one, and nothing in it fails to compile when there is a new one
 */
record DutyUses(SourceFile source, int instanceOfs, int exhaustiveSwitches, int switchesWithDefault, boolean isSilent) {
    private static final String DUTY = "Duty";

    /** Of each file that names a kind. */
    static List<DutyUses> in(List<SourceFile> sources) {
        SortedSet<String> kinds = kinds(sources);
        List<DutyUses> uses = new ArrayList<>();
        for (SourceFile source : sources) {
            if (isOfDuty(source)) {
                continue;
            }
            Uses found = new Uses(kinds);
            found.scan(source.tree(), null);
            if (found.names > 0) {
                uses.add(new DutyUses(
                        source, found.instanceOfs, found.exhaustive, found.withDefault, found.exhaustive == 0));
            }
        }
        return uses;
    }

    /** The types within {@code Duty} that implement it. */
    static SortedSet<String> kinds(List<SourceFile> sources) {
        SortedSet<String> kinds = new TreeSet<>();
        sources.stream()
                .filter(DutyUses::isOfDuty)
                .forEach(s -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree tree, Void nothing) {
                        if (tree.getImplementsClause().stream()
                                .anyMatch(t -> t.toString().equals(DUTY))) {
                            kinds.add(tree.getSimpleName().toString());
                        }
                        return super.visitClass(tree, nothing);
                    }
                }.scan(s.tree(), null));
        return kinds;
    }

    private static boolean isOfDuty(SourceFile source) {
        return source.file().endsWith("language/model/" + DUTY + ".java");
    }

    private static final class Uses extends TreeScanner<Void, Void> {
        private final Set<String> kinds;
        private final Set<String> imported = new HashSet<>();
        private int names;
        private int instanceOfs;
        private int exhaustive;
        private int withDefault;

        Uses(Set<String> kinds) {
            this.kinds = kinds;
        }

        @Override
        public Void visitImport(ImportTree tree, Void nothing) {
            if (isSelected(tree.getQualifiedIdentifier())) {
                imported.add(((MemberSelectTree) tree.getQualifiedIdentifier())
                        .getIdentifier()
                        .toString());
            }
            return null;
        }

        /** Whoever makes one asks nothing, and forgets none. */
        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            scan(tree.getArguments(), nothing);
            return scan(tree.getClassBody(), nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            names += isSelected(tree) ? 1 : 0;
            return super.visitMemberSelect(tree, nothing);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            names += imported.contains(tree.getName().toString()) ? 1 : 0;
            return super.visitIdentifier(tree, nothing);
        }

        @Override
        public Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
            instanceOfs += namesKind(tree.getPattern() == null ? tree.getType() : tree.getPattern()) ? 1 : 0;
            return super.visitInstanceOf(tree, nothing);
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            cases(tree.getCases());
            return super.visitSwitch(tree, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            cases(tree.getCases());
            return super.visitSwitchExpression(tree, nothing);
        }

        private void cases(List<? extends CaseTree> cases) {
            List<CaseLabelTree> labels = new ArrayList<>();
            cases.forEach(c -> labels.addAll(c.getLabels()));
            if (labels.stream().noneMatch(this::namesKind)) {
                return;
            }
            if (labels.stream().anyMatch(Uses::takesAll)) {
                withDefault++;
            } else {
                exhaustive++;
            }
        }

        private static boolean takesAll(CaseLabelTree label) {
            return label instanceof DefaultCaseLabelTree
                    || (label instanceof PatternCaseLabelTree pattern
                            && pattern.getPattern() instanceof BindingPatternTree binding
                            && binding.getVariable().getType() != null
                            && binding.getVariable().getType().toString().equals(DUTY));
        }

        private boolean namesKind(Tree tree) {
            Uses within = new Uses(kinds);
            within.imported.addAll(imported);
            within.scan(tree, null);
            return within.names > 0;
        }

        private boolean isSelected(Tree tree) {
            return tree instanceof MemberSelectTree select
                    && kinds.contains(select.getIdentifier().toString())
                    && (select.getExpression().toString().equals(DUTY)
                            || select.getExpression().toString().endsWith("." + DUTY));
        }
    }
}
