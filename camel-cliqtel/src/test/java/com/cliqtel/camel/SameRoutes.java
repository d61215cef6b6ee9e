/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import org.apache.camel.builder.RouteBuilder;

/** The component page's first routes in Java; {@link SameRouteTest} runs them beside those in the other languages. */
final class SameRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        from("direct:order-shipped")
            .to("cliqtel:send?from=+16625163513&smartEncoding=true&statusCallbackUrl={{hook}}");

        from("cliqtel:webhook?statuses=sent,delivered")
            .to("seda:reports");
        // spotless:on
    }
}
