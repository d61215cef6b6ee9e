/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that hold for every view of the page. */
final class PageChecks {

    private static final Pattern REQUEST =
            Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");
    private static final String AXE = axe();

    private final Browser browser;

    PageChecks(Browser browser) {
        this.browser = browser;
    }

    private static String axe() {
        try (InputStream script = PageChecks.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    void assertNothingIsLogged() {
        assertThat(browser.log(LogType.BROWSER)).as("console").isEmpty();
    }

    void assertOnlyTheSimulatorIsCalled(URI api) {
        List<String> asked = browser.log(LogType.PERFORMANCE).stream()
                .map(REQUEST::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .toList();
        assertThat(asked).as("requests").anyMatch(url -> url.contains("/simulator/account"));
        assertThat(asked)
                .as("requests")
                .filteredOn(url -> !url.matches("(data|about|chrome):.*"))
                .allMatch(url -> url.startsWith(api.resolve("/").toString()));
    }

    /** Neither a serious nor a critical finding, which includes contrast. */
    void assertAccessible(String where) {
        browser.run(AXE);
        Object findings = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run(document).then(result => done(result.violations
                    .filter(found => ['serious', 'critical'].includes(found.impact))
                    .map(found => `${found.id}: ${found.help}; ${found.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)),
                    failure => done([String(failure)]));
                """);
        assertThat((List<?>) findings).as(where).isEmpty();
    }

    void assertNoSidewaysScrolling(String where) {
        assertThat((Long) browser.run("return document.documentElement.scrollWidth - window.innerWidth"))
                .as(where)
                .isLessThanOrEqualTo(0);
    }
}
