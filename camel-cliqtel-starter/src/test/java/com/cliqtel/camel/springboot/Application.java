/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application as a user would write it: what arrives, is kept to be looked at. */
@SpringBootApplication
@org.springframework.context.annotation.Profile("!slow")
class Application {

    final List<Exchange> routed = new CopyOnWriteArrayList<>();

    @Bean
    Ledger myLedger() {
        return new MemoryLedger();
    }

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("cliqtel:send");
                from("cliqtel:webhook")
                        .routeId("hook")
                        .process(exchange -> routed.add(exchange.copy()))
                        .setHeader("X-Internal", constant("db-host-1"))
                        .choice()
                        .when(simple("${header.CamelCliqtelMessageId} == 500"))
                        .throwException(new IllegalStateException("db-host-1 is down"))
                        .end()
                        .setBody(constant("a body of the route"));
                from("cliqtel:inbound?startScheduler=false")
                        .routeId("in")
                        .process(exchange -> routed.add(exchange.copy()));
            }
        };
    }
}
