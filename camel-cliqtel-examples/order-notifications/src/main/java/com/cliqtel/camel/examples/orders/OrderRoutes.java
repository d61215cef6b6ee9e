/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.fasterxml.jackson.core.JacksonException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** From the queue to the phone. */
@Component
class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // what can never be sent leaves the queue; anything else stays in it, and comes again after a while
        onException(CliqtelRejectedException.class, JacksonException.class)
                .handled(true)
                .to("direct:give-up");
        onException(CliqtelException.class)
                .onWhen(simple("${header.JMSXDeliveryCount} > {{orders.most-tries}}"))
                .handled(true)
                .to("direct:give-up");

        from("jms:queue:orders?transacted=true&lazyCreateTransactionManager=false&concurrentConsumers={{orders.at-once}}")
                .routeId("orders")
                .setProperty("order", body())
                .unmarshal()
                .json(JsonLibrary.Jackson, Order.class)
                .setProperty("id", simple("${body.id}"))
                .bean(OrderBook.class, "take(${body})")
                .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("order-${body.id}-shipped"))
                .setHeader(CliqtelConstants.TO, simple("${body.phone}"))
                .setBody(simple("Your order ${body.id} has shipped: ${body.item}"))
                .to("cliqtel:send?unknownOutcome=resend")
                .bean(OrderBook.class, "accepted(${exchangeProperty.id}, ${body})");

        // in the same transaction of the broker: the order moves from one queue to the other
        from("direct:give-up")
                .routeId("give-up")
                .removeHeaders("*")
                .setHeader("orderId", exchangeProperty("id"))
                .setHeader("reason", simple("${exception.message}"))
                .bean(OrderBook.class, "refused(${exchangeProperty.id}, ${header.reason})")
                .setBody(exchangeProperty("order"))
                .to("jms:queue:orders.failed");
    }
}
