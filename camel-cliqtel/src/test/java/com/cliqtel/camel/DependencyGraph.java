/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The dependencies between top-level classes, without those of a sealed type on its permitted types. */
final class DependencyGraph {

    private final Map<String, Set<String>> targets = new TreeMap<>();

    DependencyGraph(JavaClasses classes) {
        Set<String> known = classes.stream().map(DependencyGraph::topLevel).collect(Collectors.toSet());
        classes.forEach(source -> source.getDirectDependenciesFromSelf().stream()
                .filter(each -> known.contains(topLevel(each.getTargetClass())))
                .filter(each -> !isPermittedBySealedType(each))
                .forEach(each -> add(topLevel(source), topLevel(each.getTargetClass()))));
    }

    private DependencyGraph() {}

    /** Returns the graph in which each class stands for its group, such as its package. */
    DependencyGraph groupedBy(Function<String, String> group) {
        DependencyGraph grouped = new DependencyGraph();
        targets.forEach((source, all) -> all.forEach(target -> grouped.add(group.apply(source), group.apply(target))));
        return grouped;
    }

    /** Returns the largest sets of nodes in which each node depends on each other, directly or not. */
    List<Set<String>> cycles() {
        Map<String, Set<String>> reachable =
                targets.keySet().stream().collect(Collectors.toMap(node -> node, this::reachableFrom));
        return targets.keySet().stream()
                .map(node -> reachable.get(node).stream()
                        .filter(other -> reachable.getOrDefault(other, Set.of()).contains(node))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(cycle -> cycle.size() > 1)
                .<Set<String>>map(cycle -> cycle)
                .distinct()
                .toList();
    }

    static String topLevel(JavaClass type) {
        return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }

    private void add(String source, String target) {
        if (!source.equals(target)) {
            targets.computeIfAbsent(source, created -> new TreeSet<>()).add(target);
        }
    }

    private Set<String> reachableFrom(String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(targets.get(start));
        while (!open.isEmpty()) {
            String node = open.pop();
            if (reached.add(node)) {
                open.addAll(targets.getOrDefault(node, Set.of()));
            }
        }
        return reached;
    }

    private static boolean isPermittedBySealedType(Dependency dependency) {
        JavaClass source = dependency.getOriginClass();
        return dependency.getTargetClass().isAssignableTo(source.getName())
                && source.reflect().isSealed();
    }
}
