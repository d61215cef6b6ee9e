/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.PrometheusApplication;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard uses only metrics of a scrape, and all of them. */
class GrafanaDashboardTest {

    private static final Path DASHBOARD = Path.of("../docs/grafana/cliqtel.json");
    private static final Pattern NAME = Pattern.compile("cliqtel_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("(cliqtel_\\w+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    private final JsonNode dashboard;

    @SimulatedAccount
    private Cliqtel cliqtel;

    GrafanaDashboardTest() throws Exception {
        dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    /** What Prometheus scrapes: of each series' name the labels and their values. */
    private Map<String, Map<String, Set<String>>> scraped() throws Exception {
        try (PrometheusApplication watched = new PrometheusApplication(cliqtel.simulator())) {
            watched.doEverything();
            Map<String, Map<String, Set<String>>> series = new HashMap<>();
            watched.scrape().lines().filter(line -> line.startsWith("cliqtel_")).forEach(line -> {
                String name = line.split("[{ ]", 2)[0];
                Map<String, Set<String>> labels = series.computeIfAbsent(name, first -> new HashMap<>());
                MATCHER.matcher(line).results().forEach(label -> labels.computeIfAbsent(
                                label.group(1), first -> new HashSet<>())
                        .add(label.group(3)));
            });
            return series;
        }
    }

    private List<String> expressions() {
        List<String> all = new ArrayList<>();
        dashboard.findValues("expr").forEach(expression -> all.add(expression.asText()));
        dashboard
                .at("/templating/list")
                .findValues("query")
                .forEach(query -> all.add(query.path("query").asText()));
        return all;
    }

    private static List<String> names(String expression) {
        return NAME.matcher(expression).results().map(MatchResult::group).toList();
    }

    @Test
    void usesOnlyMetricsAndLabelsOfAScrape() throws Exception {
        Map<String, Map<String, Set<String>>> scraped = scraped();
        assertThat(expressions()).hasSizeGreaterThan(25).allSatisfy(expression -> {
            assertThat(scraped.keySet()).containsAll(names(expression));
            SELECTOR.matcher(expression).results().forEach(selector -> {
                Map<String, Set<String>> labels = scraped.get(selector.group(1));
                MATCHER.matcher(selector.group(2))
                        .results()
                        .filter(label -> !OF_PROMETHEUS.contains(label.group(1)))
                        .forEach(label -> assertThat(labels.get(label.group(1))).contains(label.group(3)));
            });
            GROUPING.matcher(expression).results().forEach(grouping -> assertThat(
                            scraped.get(names(expression).get(0)).keySet())
                    .containsAll(List.of(grouping.group(1).split(", "))));
        });
    }

    @Test
    void showsEveryMeter() throws Exception {
        Set<String> shown = expressions().stream()
                .flatMap(expression -> names(expression).stream())
                .map(GrafanaDashboardTest::meter)
                .collect(Collectors.toSet());
        assertThat(scraped().keySet().stream().map(GrafanaDashboardTest::meter)).allMatch(shown::contains);
    }

    private static String meter(String series) {
        return series.replaceFirst("(_seconds)?_(count|sum|bucket|max|total)$", "");
    }

    @Test
    void everyPanelHasADescriptionAndADataSource() {
        assertThat(panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(panel.get("description").asText()).endsWith(".");
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.get("targets")).isNotEmpty().allSatisfy(target -> assertThat(
                            target.at("/datasource/uid").asText())
                    .isEqualTo("${datasource}"));
        });
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
    }

    @Test
    void panelsHaveTheirOwnIdAndPosition() {
        List<JsonNode> all = all().toList();
        assertThat(all.stream().map(panel -> panel.get("id"))).doesNotHaveDuplicates();
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : all) {
            JsonNode at = panel.get("gridPos");
            for (int x = 0; x < at.get("w").asInt(); x++) {
                for (int y = 0; y < at.get("h").asInt(); y++) {
                    int column = at.get("x").asInt() + x;
                    assertThat(column).isBetween(0, 23);
                    assertThat(taken.add(column + " " + (at.get("y").asInt() + y)))
                            .as(panel.get("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private Stream<JsonNode> all() {
        return Stream.iterate(0, at -> at < dashboard.get("panels").size(), at -> at + 1)
                .map(dashboard.get("panels")::get);
    }

    private List<JsonNode> panels() {
        return all().filter(panel -> !panel.get("type").asText().equals("row")).toList();
    }
}
