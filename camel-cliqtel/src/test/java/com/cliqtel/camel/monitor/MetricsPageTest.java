/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.PrometheusApplication;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.metrics.MeterName;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of meters on the component's page is what is registered where everything has been done. After a change, {@code ./mvnw -pl
 * camel-cliqtel -am test -Dtest=MetricsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true} writes it anew.
 */
class MetricsPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cliqtel-component.adoc");
    private static final Pattern TABLE =
            Pattern.compile("(?<=// metrics: START\n).*(?=// metrics: END\n)", Pattern.DOTALL);

    @SimulatedAccount
    private Cliqtel cliqtel;

    @Test
    void theTableListsTheRegisteredMeters() throws Exception {
        try (PrometheusApplication watched = new PrometheusApplication(cliqtel.simulator())) {
            watched.doEverything();
            Map<String, Meter> registered = watched.registry().getMeters().stream()
                    .collect(Collectors.toMap(meter -> meter.getId().getName(), meter -> meter, (one, same) -> one));
            assertThat(registered.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(MeterName.values()).map(MeterName::meter).toList());
            String table = table(registered);
            write(table);
            Matcher written = TABLE.matcher(Files.readString(PAGE));
            assertThat(written.find()).isTrue();
            assertThat(written.group()).isEqualTo(table);
        }
    }

    private static String table(Map<String, Meter> registered) {
        return Stream.of(MeterName.values())
                .map(measure -> row(registered.get(measure.meter())))
                .collect(Collectors.joining(
                        "\n",
                        "[cols=\"2m,1,2m,4\",options=\"header\"]\n|===\n| Meter | Type | Tags | Of\n",
                        "\n|===\n"));
    }

    private static String row(Meter meter) {
        Meter.Id id = meter.getId();
        String tags = id.getTags().stream().map(Tag::getKey).sorted().collect(Collectors.joining(", "));
        return "| " + id.getName() + " | " + id.getType().name().toLowerCase(Locale.ROOT) + " | " + tags + " | "
                + id.getDescription();
    }

    private static void write(String table) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            String page = Files.readString(PAGE);
            Files.writeString(PAGE, TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(table)));
        }
    }
}
