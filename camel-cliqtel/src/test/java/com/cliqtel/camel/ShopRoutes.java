/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import org.apache.camel.builder.RouteBuilder;

/** An application as users have it, for the examples of tests. */
public final class ShopRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:shipped").setBody(constant("Your order has shipped")).to("cliqtel:send?from=+16625163513");

        from("cliqtel:inbound?startFrom=beginning&initialDelay=1&delay=250")
                .filter(simple("${body.body} == 'STOP'"))
                .setHeader(CliqtelConstants.TO, simple("${body.from}"))
                .setHeader(CliqtelConstants.FROM, constant("+16625163513"))
                .setBody(constant("You will not hear from us again"))
                .to("cliqtel:send");
    }
}
