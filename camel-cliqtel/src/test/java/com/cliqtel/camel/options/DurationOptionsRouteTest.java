/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import com.cliqtel.camel.CliqtelComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A duration that no clock can count, or that has no meaning, is refused at start. */
class DurationOptionsRouteTest {

    @ParameterizedTest
    @CsvSource({
        "send, maxWait, 9223372036854775807",
        "send, maxWait, -1",
        "send, maxWait, PT8784H",
        "send, requestTimeout, 9223372036854775807",
        "send, requestTimeout, 0",
        "send, requestTimeout, -5",
        "send, connectTimeout, 9223372036854775807",
        "send, connectTimeout, 0",
        "send, settlingTime, 9223372036854775807",
        "send, settlingTime, 0",
        "numbers, maxWait, 9223372036854775807",
        "inbound, overlap, 9223372036854775807",
        "inbound, overlap, -1",
        "inbound, delay, 9223372036854775807",
        "inbound, maxWait, 9223372036854775807",
        "status, giveUpAfter, 9223372036854775807",
        "status, giveUpAfter, 0",
        "webhook, webhookMaxAge, 9223372036854775807",
        "webhook, webhookMaxAge, -1",
        "send, maxRetries, 2147483647",
        "send, maxRetries, -1"
    })
    void refusesWhatCannotBeWaitedFor(String operation, String option, String value) throws Exception {
        assertThat(failure(operation, option + "=" + value)).contains(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxWait=0",
                "maxWait=PT8760H&requestTimeout=PT8760H&connectTimeout=PT8760H&settlingTime=PT8760H&maxRetries=1000",
                "requestTimeout=1s&connectTimeout=1s&settlingTime=1s"
            })
    void takesWhatCanBeWaitedFor(String options) throws Exception {
        assertThat(failure("send", options)).isEmpty();
    }

    private static String failure(String operation, String options) throws Exception {
        StringBuilder all = new StringBuilder();
        try (CamelContext context = new DefaultCamelContext()) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getConnection().setApiKey("canary-key");
            component.getConnection().setBaseUrl("http://127.0.0.1:1/api");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    String uri = "cliqtel:" + operation + "?" + options;
                    if (operation.equals("send") || operation.equals("numbers")) {
                        from("direct:in").to(uri);
                    } else {
                        from(uri + (operation.equals("webhook") ? "" : "&startScheduler=false"))
                                .to("mock:out");
                    }
                }
            });
            context.start();
        } catch (Exception failed) {
            for (Throwable t = failed; t != null; t = t.getCause()) {
                all.append(t.getMessage()).append('\n');
            }
        }
        return all.toString();
    }
}
