/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import javax.sql.DataSource;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** The Java snippets of docs/receiving.md, compiled and run by {@link ReceivingRecipesTest}. */
// spotless:off
final class ReceivingRecipes extends RouteBuilder {

    @Override
    public void configure() {
        from("cliqtel:webhook")
                .filter(simple("${header.CamelCliqtelStatusStale} == false"))
                .to("sql:update sms set status = :#${header.CamelCliqtelSmsStatus}"
                        + " where id = :#${header.CamelCliqtelMessageId}");

        from("{{reports:cliqtel:status}}")
                .filter(simple("${header.CamelCliqtelStatusFinal}"))
                .to("{{final-reports:jms:final-reports}}");

        from("cliqtel:inbound")
                .to("{{inbound-messages:kafka:inbound-messages}}");

        from("cliqtel:inbound?numberId=6")
                .filter(simple("${body.body} =~ 'STATUS'"))
                .setHeader(CliqtelConstants.TO, simple("${body.from}"))
                .setHeader(CliqtelConstants.FROM, simple("${body.to}"))
                .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("reply-to-${body.id}"))
                .setBody(constant("Your order is on its way."))
                .to("cliqtel:send");
    }

    static void ledger(CamelContext camel, DataSource dataSource) {
        camel.getComponent("cliqtel", CliqtelComponent.class).getLedger().setDataSource(dataSource);
    }
}
// spotless:on
