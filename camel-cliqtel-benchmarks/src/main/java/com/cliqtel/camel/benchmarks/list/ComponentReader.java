/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.Iterator;
import java.util.PrimitiveIterator;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Reads with the component's stream, without rate limits, which would allow one page a second. */
final class ComponentReader implements MessageReader {

    private final CamelContext context = new DefaultCamelContext();

    ComponentReader(String baseUrl) {
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getConnection().setApiKey("benchmark-key-0123456789");
        cliqtel.getConnection().setBaseUrl(baseUrl);
        cliqtel.getConnection().setAllowPlainHttp(true);
        cliqtel.getLimit().setRequestsPerMinute(0);
        cliqtel.getLimit().setMessagesPerSecond(0);
        context.addComponent("cliqtel", cliqtel);
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list").to("cliqtel:list?paging=stream&direction=outbound");
                }
            });
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
        context.start();
    }

    @Override
    public PrimitiveIterator.OfLong ids() {
        Iterator<?> messages =
                context.createProducerTemplate().requestBody("direct:list", (Object) null, Iterator.class);
        return new PrimitiveIterator.OfLong() {
            @Override
            public boolean hasNext() {
                return messages.hasNext();
            }

            @Override
            public long nextLong() {
                return ((Sms) messages.next()).id();
            }
        };
    }

    @Override
    public void close() {
        context.stop();
    }
}
