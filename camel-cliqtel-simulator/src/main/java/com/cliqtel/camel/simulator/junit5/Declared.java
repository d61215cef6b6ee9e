/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class, and those it is nested in, say of their accounts.
 *
 * @param onClass on the class itself, or the nearest it is nested in; null for nothing
 * @param fields on fields, in any order
 * @param staticFields those of the fields that are static
 */
record Declared(
        Class<?> testClass,
        CliqtelSimulator onClass,
        Set<CliqtelSimulator> fields,
        Set<CliqtelSimulator> staticFields) {

    private static final CliqtelSimulator PLAIN = Plain.class.getAnnotation(CliqtelSimulator.class);

    static Declared by(Class<?> testClass) {
        CliqtelSimulator onClass = null;
        Set<CliqtelSimulator> fields = new LinkedHashSet<>();
        Set<CliqtelSimulator> staticFields = new LinkedHashSet<>();
        for (Class<?> each = testClass; each != null; each = nestedIn(each)) {
            Optional<CliqtelSimulator> said = AnnotationSupport.findAnnotation(each, CliqtelSimulator.class);
            onClass = onClass == null ? said.orElse(null) : onClass;
            for (Field field : AnnotationSupport.findAnnotatedFields(each, CliqtelSimulator.class)) {
                CliqtelSimulator onField = AnnotationSupport.findAnnotation(field, CliqtelSimulator.class)
                        .orElseThrow();
                (Modifier.isStatic(field.getModifiers()) ? staticFields : fields).add(onField);
            }
        }
        fields.addAll(staticFields);
        return new Declared(testClass, onClass, fields, staticFields);
    }

    /** What is meant by what is said at a place; null for nothing. */
    CliqtelSimulator meant(CliqtelSimulator said) {
        return said == null || said.equals(PLAIN) ? usual() : said;
    }

    /** Whether all tests of the class have it. */
    boolean isOfTheClass(CliqtelSimulator how) {
        return how.equals(onClass) || staticFields.stream().map(this::meant).anyMatch(how::equals);
    }

    private CliqtelSimulator usual() {
        if (onClass != null) {
            return onClass;
        }
        if (fields.isEmpty() || fields.contains(PLAIN)) {
            return PLAIN;
        }
        if (fields.size() > 1) {
            throw new ExtensionConfigurationException("Which of the accounts in the fields of " + testClass.getName()
                    + " is meant? Say so by the same @CliqtelSimulator(…) at the parameter, or by one at the class");
        }
        return fields.iterator().next();
    }

    private static Class<?> nestedIn(Class<?> testClass) {
        return Modifier.isStatic(testClass.getModifiers()) ? null : testClass.getEnclosingClass();
    }

    @CliqtelSimulator
    private static final class Plain {}
}
