/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

// spotless:off
import org.apache.camel.builder.RouteBuilder;

import static com.cliqtel.camel.dsl.StaticEndpointBuilders.cliqtel;

final class SameEndpointDslRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:order-shipped")
            .to(cliqtel("send").from("+16625163513").smartEncoding(true).statusCallbackUrl("{{hook}}"));

        from(cliqtel("webhook").statuses("sent,delivered"))
            .to("seda:reports");
    }
}
// spotless:on
