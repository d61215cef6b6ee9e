/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/** A route in Java, to compare with those in YAML: the newest messages. */
final class MessagesRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:messages")
                .routeId("messages")
                .to("cliqtel:list?direction=outbound&perPage=5")
                .bean("printer", "messages");
    }
}
