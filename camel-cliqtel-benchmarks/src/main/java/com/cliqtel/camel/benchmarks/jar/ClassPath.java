/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.jar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jars of this process and their dependencies. */
final class ClassPath {

    private ClassPath() {}

    /** The jar of an artifact, by its name with a version behind it. */
    static Optional<Path> jar(String artifact) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(artifact + "-[0-9][^/]*\\.jar"))
                .findFirst();
    }

    /** Everything that an artifact brings, itself included, as far as jars say what they depend on. */
    static Set<String> brings(String artifact) {
        Set<String> found = new LinkedHashSet<>();
        collect(artifact, found);
        return found;
    }

    private static void collect(String artifact, Set<String> found) {
        if (found.add(artifact)) {
            jar(artifact).ifPresent(jar -> dependencies(jar, artifact).forEach(each -> collect(each, found)));
        }
    }

    private static Set<String> dependencies(Path jar, String artifact) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<JarEntry> pom = file.stream()
                    .filter(entry -> entry.getName().matches("META-INF/maven/[^/]+/" + artifact + "/pom\\.xml"))
                    .findFirst();
            if (pom.isEmpty()) {
                return Set.of();
            }
            try (InputStream xml = file.getInputStream(pom.get())) {
                return PomDependencies.dependencies(xml);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
