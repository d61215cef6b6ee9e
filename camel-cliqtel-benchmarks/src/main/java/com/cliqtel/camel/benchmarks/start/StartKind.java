/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.start;

import com.cliqtel.camel.CliqtelComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The compared kinds of a context with one route. */
enum StartKind {
    /** {@code cliqtel:send}. */
    COMPONENT {
        @Override
        void prepare(CamelContext context) {
            CliqtelComponent cliqtel = new CliqtelComponent();
            cliqtel.getConnection().setApiKey("benchmark-key-0123456789");
            context.addComponent("cliqtel", cliqtel);
        }

        @Override
        String target() {
            return "cliqtel:send?from=+16625163513&to=+31612345678";
        }
    },
    /** {@code http:}. */
    HTTP {
        @Override
        void prepare(CamelContext context) {
            // has nothing to prepare
        }

        @Override
        String target() {
            return "https://cliqtel.com/api/v1/sms/messages";
        }
    };

    abstract void prepare(CamelContext context);

    abstract String target();

    /** Starts one, and gives it to be stopped. */
    CamelContext start() {
        CamelContext context = new DefaultCamelContext();
        prepare(context);
        String target = target();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to(target);
                }
            });
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
        context.start();
        return context;
    }
}
