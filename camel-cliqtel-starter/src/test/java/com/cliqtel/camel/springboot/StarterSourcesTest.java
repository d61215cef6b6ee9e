/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.CliqtelComponentConfigurer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter has a property for each of the component's options, and no other. After an option has changed, {@code ./mvnw -pl
 * camel-cliqtel-starter -am test -Dtest=StarterSourcesTest -Dsurefire.failIfNoSpecifiedTests=false -Dstarter.write=true} and {@code
 * ./mvnw spotless:apply} write them anew.
 */
class StarterSourcesTest {

    private static final Path SOURCE =
            Path.of("src/main/java/com/cliqtel/camel/springboot/CliqtelComponentConfiguration.java");
    private static final String ANEW = "write it anew with ./mvnw -pl camel-cliqtel-starter -am test"
            + " -Dtest=StarterSourcesTest -Dsurefire.failIfNoSpecifiedTests=false -Dstarter.write=true,"
            + " then ./mvnw spotless:apply";
    private static final Path METADATA = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    @Test
    void theClassHasTheComponentsOptionsWithTheirTypesAndDescriptions() throws IOException {
        written(SOURCE, StarterSources.configuration());
        // the formatter breaks lines, and nothing else
        assertThat(dense(Files.readString(SOURCE)).equals(dense(StarterSources.configuration())))
                .as(SOURCE + " is not what the component's catalog says: " + ANEW)
                .isTrue();
    }

    @Test
    void theMetadataHasTheComponentsOptionsWithTheirTypesDescriptionsAndDefaults() throws IOException {
        written(METADATA, StarterSources.metadata());
        assertThat(METADATA).as(ANEW).hasContent(StarterSources.metadata());
    }

    @Test
    void eachPropertyHasTheTypeOfTheComponentsOption() {
        CliqtelComponentConfigurer component = new CliqtelComponentConfigurer();
        Map<String, Class<?>> starter = setters(CliqtelComponentConfiguration.class);
        starter.remove("setEnabled");
        assertThat(StarterSources.options()).hasSizeGreaterThan(40);
        StarterSources.options().forEach(option -> assertThat(starter.get("set" + option.capitalized()))
                .as(option.name())
                .isEqualTo(
                        StarterSources.SEVERAL.contains(option.name())
                                ? List.class
                                : boxed(component.getOptionType(option.name(), false))));
        assertThat(starter).hasSameSizeAs(StarterSources.options());
    }

    @Test
    void eachOptionOfSeveralValuesIsAList() {
        assertThat(StarterSources.options())
                .filteredOn(option -> option.description().contains("separated by commas"))
                .extracting(StarterSources.Option::name)
                .containsExactlyInAnyOrderElementsOf(StarterSources.SEVERAL);
    }

    private static void written(Path path, String content) throws IOException {
        if (Boolean.getBoolean("starter.write")) {
            Files.writeString(path, content);
        }
    }

    private static String dense(String source) {
        return source.replaceAll("\\n\\s*\\*(?!/)", " ").replaceAll("\\s+", "");
    }

    private static Map<String, Class<?>> setters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods().length == 0 ? new Method[0] : type.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .filter(method -> !method.getDeclaringClass().getName().startsWith("org.apache.camel.spring.boot"))
                .collect(Collectors.toMap(
                        Method::getName, method -> method.getParameterTypes()[0], (one, other) -> one, TreeMap::new));
    }

    private static Class<?> boxed(Class<?> type) {
        return type == boolean.class ? Boolean.class : type;
    }
}
