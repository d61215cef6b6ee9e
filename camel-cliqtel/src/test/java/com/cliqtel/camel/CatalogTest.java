/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Set;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code CamelCatalog}, and the tools that are built on it, know of the component where its jar is on the class path. */
class CatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @Test
    void theSchemeIsFoundWithoutALine() {
        ComponentModel cliqtel = catalog.componentModel("cliqtel");
        assertThat(cliqtel.getJavaType()).isEqualTo(CliqtelComponent.class.getName());
        assertThat(cliqtel.getArtifactId()).isEqualTo("camel-cliqtel");
        assertThat(catalog.endpointComponentName("cliqtel:send?to=1")).isEqualTo("cliqtel");
    }

    @Test
    void oneLineListsItAmongTheComponents() {
        assertThat(catalog.findComponentNames()).doesNotContain("cliqtel");
        catalog.addComponent("cliqtel", "com.cliqtel.camel.CliqtelComponent");
        assertThat(catalog.findComponentNames()).contains("cliqtel", "direct");
        assertThat(catalog.componentModel("cliqtel").getScheme()).isEqualTo("cliqtel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cliqtel:send",
                "cliqtel:send?from=%2B16625163513&to=%2B31612345678&longMessage=split&maxWait=2m",
                "cliqtel:send?settlingTime=60s&unknownOutcome=resend&dryRun=true&http.proxyHost=proxy",
                "cliqtel:list?direction=inbound&paging=stream&perPage=100",
                "cliqtel:get?messageId=1042",
                "cliqtel:numbers",
                "cliqtel:estimate?smartEncoding=true",
                "cliqtel:webhook?webhookPath=/hook&statuses=delivered,failed&dropStale=true",
                "cliqtel:inbound?startFrom=beginning&delay=5s&ledger=#bean:smsLedger",
                "cliqtel:status?giveUpAfter=72h&greedy=true"
            })
    void aGoodUriValidates(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
        assertThat(result.hasWarnings()).isFalse();
    }

    @Test
    void anUnknownOptionIsNamedWithWhatWasMeant() {
        EndpointValidationResult result = catalog.validateEndpointProperties("cliqtel:send?form=%2B16625163513");
        assertThat(result.getUnknown()).containsExactly("form");
        assertThat(result.summaryErrorMessage(false)).contains("form", "Unknown option");
    }

    @ParameterizedTest
    @CsvSource({
        "cliqtel:send?longMessage=shorten, longMessage, fail split",
        "cliqtel:list?paging=every, paging, single all stream",
        "cliqtel:webhook?signedContent=sha, signedContent, auto raw stringified",
        "cliqtel:remove, operation, send list get numbers estimate webhook inbound status"
    })
    void aWordThatIsNoneOfAnOptionsIsNamedWithThoseThatAre(String uri, String option, String words) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        assertThat(result.getInvalidEnum()).containsOnlyKeys(option);
        assertThat(result.getEnumChoices(option)).containsExactly(words.split(" "));
    }

    @Test
    void badNumbersTruthsAndDurationsAreNamed() {
        EndpointValidationResult result =
                catalog.validateEndpointProperties("cliqtel:send?maxSegments=few&dryRun=perhaps&maxWait=soon");
        assertThat(result.getInvalidInteger()).containsOnlyKeys("maxSegments");
        assertThat(result.getInvalidBoolean()).containsOnlyKeys("dryRun");
        assertThat(result.getInvalidDuration()).containsOnlyKeys("maxWait");
    }

    /** Camel itself does; its catalog, of 4.18.0, takes it for a mistake. */
    @Test
    void theCatalogReadsHoursButNoDays() {
        assertThat(catalog.validateEndpointProperties("cliqtel:status?giveUpAfter=3d")
                        .getInvalidDuration())
                .containsOnlyKeys("giveUpAfter");
    }

    @Test
    void anOptionOfTheWrongSideIsNamed() {
        assertThat(catalog.validateEndpointProperties("cliqtel:inbound?maxRetries=1", false, true, false)
                        .getNotConsumerOnly())
                .isEqualTo(Set.of("maxRetries"));
        assertThat(catalog.validateEndpointProperties("cliqtel:send?startFrom=now", false, false, true)
                        .getNotProducerOnly())
                .isEqualTo(Set.of("startFrom"));
    }

    @Test
    void aPropertyOfTheComponentIsValidated() {
        assertThat(catalog.validateConfigurationProperty("camel.component.cliqtel.requestsPerMinute=60")
                        .isSuccess())
                .isTrue();
        assertThat(catalog.validateConfigurationProperty("camel.component.cliqtel.requestPerMinute=60")
                        .getUnknown())
                .containsExactly("camel.component.cliqtel.requestPerMinute");
    }
}
