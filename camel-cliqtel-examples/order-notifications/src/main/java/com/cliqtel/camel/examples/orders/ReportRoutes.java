/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** From the phone to the order: what became of each SMS. */
@Component
class ReportRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("cliqtel:webhook")
                .routeId("reports")
                .filter(simple("${header.CamelCliqtelStatusStale} == false"))
                .to("direct:report");

        // reports that came while the shop was down don't come again: it asks
        from("timer:stragglers?period={{orders.look-every}}")
                .routeId("stragglers")
                .onException(CliqtelException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "Looked for a message in vain: ${exception.message}")
                .end()
                .bean(OrderBook.class, "stragglers")
                .split(body())
                .setHeader(CliqtelConstants.MESSAGE_ID, body())
                .to("cliqtel:get")
                .filter(simple("${body.status.isFinal}"))
                .to("direct:report");

        from("direct:report")
                .routeId("report")
                .removeHeaders("*", "CamelCliqtel*")
                .filter(simple("${header.CamelCliqtelSmsStatus} == 'failed'"))
                .to("direct:undelivered")
                .end()
                .bean(OrderBook.class, "reported(${header.CamelCliqtelMessageId}, ${header.CamelCliqtelSmsStatus})");

        from("direct:undelivered")
                .routeId("undelivered")
                .bean(OrderBook.class, "orderOf(${header.CamelCliqtelMessageId})")
                .filter(body().isNotNull())
                .setHeader("orderId", simple("${body.id}"))
                .setHeader("reason", simple("message ${header.CamelCliqtelMessageId} was not delivered: it failed"))
                // should this be killed before the report is noted, the broker drops what comes a second time
                .setHeader("_AMQ_DUPL_ID", simple("undelivered-${body.id}"))
                .marshal()
                .json(JsonLibrary.Jackson)
                .convertBodyTo(String.class)
                .to("jms:queue:orders.failed");
    }
}
