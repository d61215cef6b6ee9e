/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import javax.sql.DataSource;

import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The Java snippets of docs/sending.md, compiled and run by {@link SendingRecipesTest}. */
// spotless:off
final class SendingRecipes extends RouteBuilder {

    @Override
    public void configure() {
        onException(CliqtelThrottledException.class)
                .onExceptionOccurred(e -> e.getMessage().setHeader(Exchange.REDELIVERY_DELAY,
                        1000 * e.getMessage().getHeader(CliqtelConstants.RETRY_AFTER, 5L, Long.class)))
                .maximumRedeliveries(20)
                .asyncDelayedRedelivery();
        onException(CliqtelUnavailableException.class)
                .maximumRedeliveries(10).redeliveryDelay("{{sms.look-again-after:60000}}")
                .asyncDelayedRedelivery()
                .handled(true)
                .to("direct:ask-a-human-it-may-have-been-sent");

        from("direct:order-shipped")
                .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("order-${header.orderId}-shipped"))
                .setHeader(CliqtelConstants.TO, header("phone"))
                .setBody(simple("Your order ${header.orderId} has shipped!"))
                .to("cliqtel:send?unknownOutcome=resend");
    }

    static void ledger(CamelContext camel, DataSource dataSource) {
        camel.getComponent("cliqtel", CliqtelComponent.class).getLedger().setDataSource(dataSource);
    }

    static void share(CamelContext camel) {
        camel.getComponent("cliqtel", CliqtelComponent.class).getLimit().setQuotaShare(1.0 / 3);
    }
}
// spotless:on
