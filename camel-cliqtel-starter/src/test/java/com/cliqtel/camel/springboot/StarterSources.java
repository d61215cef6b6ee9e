/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * What the component's catalog says the starter's properties have to be: the class that Spring binds them to, and the metadata
 * by which editors complete them.
 */
final class StarterSources {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String CATALOG = "/META-INF/com/cliqtel/camel/cliqtel.json";
    private static final String CLASS = "com.cliqtel.camel.springboot.CliqtelComponentConfiguration";
    private static final String PREFIX = "camel.component.cliqtel";
    private static final Map<String, String> BOXED =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    /** The options that take several values: lists in Spring, text separated by commas in Camel. */
    static final Set<String> SEVERAL = Set.of("allowedCallbackHosts", "allowedRecipients");

    /** What may be written where the catalog doesn't say so: other text too, and beans. */
    private static final Map<String, List<String>> WORDS =
            Map.of("ledger", List.of("jdbc"), "startFrom", List.of("now", "beginning"));

    private StarterSources() {}

    /**
     * An option of the component.
     *
     * @param type in Java
     * @param standard its default; null for none
     */
    record Option(String name, String type, String description, JsonNode standard, List<String> words) {

        String kebab() {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
        }

        String simpleType() {
            return type.replaceAll("[a-z]+\\.(?=[A-Za-z])", "");
        }

        String capitalized() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    static List<Option> options() {
        List<Option> options = new ArrayList<>();
        catalog().get("componentProperties").properties().forEach(property -> {
            JsonNode option = property.getValue();
            List<String> words = new ArrayList<>();
            option.path("enum").forEach(word -> words.add(word.asText()));
            String type = SEVERAL.contains(property.getKey())
                    ? "java.util.List<java.lang.String>"
                    : option.get("javaType").asText();
            options.add(new Option(
                    property.getKey(),
                    BOXED.getOrDefault(type, type),
                    option.get("description").asText(),
                    option.get("defaultValue"),
                    words));
        });
        options.sort(java.util.Comparator.comparing(Option::name));
        return options;
    }

    private static JsonNode catalog() {
        try (InputStream json = StarterSources.class.getResourceAsStream(CATALOG)) {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The class, before it is formatted. */
    static String configuration() {
        StringBuilder fields = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (Option option : options()) {
            fields.append("\n    private ")
                    .append(option.simpleType())
                    .append(' ')
                    .append(option.name())
                    .append(";\n");
            methods.append(
                    """

                        public %1$s get%2$s() {
                            return %3$s;
                        }

                        /** %4$s */
                        public void set%2$s(%1$s %3$s) {
                            this.%3$s = %3$s;
                        }
                    """.formatted(option.simpleType(), option.capitalized(), option.name(), option.description()));
        }
        return """
                /* SPDX-License-Identifier: Apache-2.0 */
                package com.cliqtel.camel.springboot;

                import java.time.Duration;
                import java.util.List;
                import java.util.Map;
                import javax.sql.DataSource;

                import com.cliqtel.camel.ledger.Ledger;
                import com.cliqtel.camel.limit.RateLimiter;
                import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                import org.apache.camel.support.jsse.SSLContextParameters;
                import org.springframework.boot.context.properties.ConfigurationProperties;

                /**
                 * The component's options as properties of a Spring Boot application; what is not set is null, and the component's default
                 * holds. Generated from the component's catalog by StarterSourcesTest.
                 */
                @ConfigurationProperties(prefix = "camel.component.cliqtel")
                public class CliqtelComponentConfiguration extends ComponentConfigurationPropertiesCommon {

                    private Boolean enabled;
                %s
                    public Boolean getEnabled() {
                        return enabled;
                    }

                    /** Whether the component is set up by the application's properties; by default it is. */
                    public void setEnabled(Boolean enabled) {
                        this.enabled = enabled;
                    }
                %s}
                """.formatted(fields, methods);
    }

    /** The metadata. */
    static String metadata() {
        List<Map<String, Object>> properties = new ArrayList<>();
        List<Map<String, Object>> hints = new ArrayList<>();
        properties.add(property(
                "enabled",
                "java.lang.Boolean",
                "Whether the component is set up by the application's properties.",
                JSON.getNodeFactory().booleanNode(true)));
        properties.add(property(
                "customizer.enabled",
                "java.lang.Boolean",
                "Whether the properties that are set are copied to the component.",
                JSON.getNodeFactory().booleanNode(true)));
        for (Option option : options()) {
            properties.add(property(option.kebab(), option.type(), option.description(), option.standard()));
            List<String> words = WORDS.getOrDefault(option.name(), option.words());
            if (!words.isEmpty()) {
                hints.add(Map.of(
                        "name",
                        PREFIX + "." + option.kebab(),
                        "values",
                        words.stream().map(word -> Map.of("value", word)).toList()));
            }
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", PREFIX);
        group.put("type", CLASS);
        group.put("sourceType", CLASS);
        metadata.put("groups", List.of(group));
        metadata.put("properties", properties);
        metadata.put("hints", hints.stream().map(java.util.TreeMap::new).toList());
        try {
            return JSON.writeValueAsString(metadata) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Object> property(String name, String type, String description, JsonNode standard) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", PREFIX + "." + name);
        property.put("type", type.replaceAll("<(\\S+), (\\S+)>", "<$1,$2>"));
        property.put("description", description);
        property.put("sourceType", CLASS);
        if (standard != null) {
            property.put("defaultValue", standard);
        }
        return property;
    }
}
