/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import org.apache.camel.builder.RouteBuilder;

/** The Java snippets of the README, compiled and run by {@link ReadmeTest}. */
// spotless:off
final class ReadmeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(CliqtelRejectedException.class)
                .handled(true)
                .to("direct:fix-request-key-or-wallet");
        onException(CliqtelException.class)
                .onWhen(simple("${exception.outcome} == 'NOT_SENT'"))
                .handled(true)
                .to("direct:send-again-later");
        onException(CliqtelException.class)
                .handled(true)
                .to("direct:ask-a-human-it-may-have-been-sent");

        from("direct:export")
                .to("cliqtel:list?direction=inbound&paging=stream")
                .split(body()).streaming()
                .to("direct:one-message");

        from("direct:send").to("cliqtel:send");
    }
}
// spotless:on
