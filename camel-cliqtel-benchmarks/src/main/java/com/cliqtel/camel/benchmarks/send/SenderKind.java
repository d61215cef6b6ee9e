/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.util.function.Function;

/** The compared ways to send. */
public enum SenderKind {
    /** {@code cliqtel:send} in a route. */
    COMPONENT(ComponentSender::new),
    /** HttpClient 5 and Jackson, called directly. */
    BY_HAND(HttpClientSender::new),
    /** The same in a route's processor: what Camel itself costs. */
    BY_HAND_IN_A_ROUTE(ProcessorSender::new),
    /** {@code marshal().json()}, {@code http:}, {@code unmarshal().json()}. */
    HTTP_ROUTE(HttpRouteSender::new),
    /** The JDK's client and Jackson, called directly. */
    JDK_CLIENT(JdkClientSender::new);

    private final Function<String, SmsSender> opening;

    SenderKind(Function<String, SmsSender> opening) {
        this.opening = opening;
    }

    SmsSender open(String baseUrl) {
        return opening.apply(baseUrl);
    }
}
