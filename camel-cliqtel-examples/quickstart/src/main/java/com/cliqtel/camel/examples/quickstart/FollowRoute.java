/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/** The route that asks for one message again, in Java for comparison with those in YAML. */
public final class FollowRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:follow").routeId("follow").to("cliqtel:get");
    }
}
