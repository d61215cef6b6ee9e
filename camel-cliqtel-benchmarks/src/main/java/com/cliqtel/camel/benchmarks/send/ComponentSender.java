/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The component as its user has it, but for the limits, which would end it after sixty. */
final class ComponentSender implements SmsSender {

    private final SendRoute route;

    ComponentSender(String baseUrl) {
        CamelContext context = new DefaultCamelContext();
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getConnection().setApiKey(API_KEY);
        cliqtel.getConnection().setBaseUrl(baseUrl);
        cliqtel.getConnection().setAllowPlainHttp(true);
        cliqtel.getLimit().setRequestsPerMinute(0);
        cliqtel.getLimit().setMessagesPerSecond(0);
        context.addComponent("cliqtel", cliqtel);
        route = SendRoute.start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("cliqtel:send?from=" + FROM);
            }
        });
    }

    @Override
    public long send(String to, String text) {
        return ((Sms) route.send(to, text)).id();
    }

    @Override
    public void close() {
        route.close();
    }
}
