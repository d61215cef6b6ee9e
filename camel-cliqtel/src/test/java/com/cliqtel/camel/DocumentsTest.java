/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The component's page and the reference of options are current, and what the page shows of code is run by other tests. After
 * an option has changed, {@code ./mvnw -pl camel-cliqtel -am test -Dtest=DocumentsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Ddocs.write=true} writes the tables anew.
 */
class DocumentsTest {

    private static final String ANEW = "write it anew with ./mvnw -pl camel-cliqtel -am test -Dtest=DocumentsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true";
    private static final Path REFERENCE = Path.of("../docs/options.md");
    private static final Path PAGE = Path.of("src/main/docs/cliqtel-component.adoc");
    private static final Pattern TABLES =
            Pattern.compile("(?<=// options: START\n).*(?=// options: END\n)", Pattern.DOTALL);
    private static final Pattern LISTING = Pattern.compile("\\[source,(\\w+)]\n----\n(.*?)\n----\n", Pattern.DOTALL);
    private static final List<String> SOURCES = List.of(
            "src/test/java/com/cliqtel/camel/SameRoutes.java",
            "src/test/java/com/cliqtel/camel/SameEndpointDslRoutes.java",
            "src/test/java/com/cliqtel/camel/ReadmeRoutes.java",
            "src/test/java/com/cliqtel/camel/CatalogTest.java",
            "src/test/java/com/cliqtel/camel/CloudEventRouteTest.java",
            "src/test/resources/routes/same.yaml",
            "src/test/resources/routes/same.xml",
            "src/test/resources/routes/orders-to-sms.pipe.yaml",
            "../README.md");

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @Test
    void theReferenceSaysWhatTheCatalogSays() throws IOException {
        written(REFERENCE, OptionTables.markdown());
        assertThat(Files.readString(REFERENCE).equals(OptionTables.markdown()))
                .as(REFERENCE + " is not what the component's catalog says: " + ANEW)
                .isTrue();
    }

    @Test
    void theTablesOfThePageSayWhatTheCatalogSays() throws IOException {
        String page = Files.readString(PAGE);
        String current = TABLES.matcher(page).replaceFirst(Matcher.quoteReplacement(OptionTables.asciidoc()));
        written(PAGE, current);
        assertThat(Files.readString(PAGE).equals(current))
                .as(PAGE + " is not what the component's catalog says: " + ANEW)
                .isTrue();
        assertThat(TABLES.matcher(page).find()).isTrue();
    }

    @Test
    void whatThePageShowsIsRunByTests() throws IOException {
        StringBuilder tested = new StringBuilder();
        for (String source : SOURCES) {
            tested.append(dense(Files.readString(Path.of(source))));
        }
        assertThat(listings().filter(listing -> !listing.group(1).equals("properties")))
                .hasSizeGreaterThan(8)
                .allSatisfy(listing -> assertThat(tested).contains(dense(listing.group(2))));
    }

    @Test
    void thePropertiesThatThePageShowsAreOptions() throws IOException {
        assertThat(listings()
                        .filter(listing -> listing.group(1).equals("properties"))
                        .flatMap(listing -> listing.group(2).lines()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                catalog.validateConfigurationProperty(line).isSuccess())
                        .as(line)
                        .isTrue());
    }

    @Test
    void everyListingOfThePageSaysItsLanguage() throws IOException {
        assertThat(Files.readString(PAGE).split("\n----\n", -1))
                .hasSize((int) listings().count() * 2 + 1);
    }

    private static Stream<java.util.regex.MatchResult> listings() throws IOException {
        return LISTING.matcher(Files.readString(PAGE)).results();
    }

    private static void written(Path path, String content) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(path, content);
        }
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }
}
