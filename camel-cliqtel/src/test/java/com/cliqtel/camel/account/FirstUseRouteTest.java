/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first use of a component that nobody set up, by many at once. */
class FirstUseRouteTest {

    private static final int CALLERS = 8;
    private static final int TIMES = 20;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final Cliqtel cliqtel;

    FirstUseRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        this.cliqtel = cliqtel;
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void aRequestDuringTheStartWaitsForIt() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                for (Future<Exchange> call : together(context)) {
                    assertThat(call.get().getException()).isNull();
                }
            }
        }
    }

    private List<Future<Exchange>> together(CamelContext context) {
        CyclicBarrier ready = new CyclicBarrier(CALLERS);
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> callers.submit(() -> {
                    ready.await();
                    return context.createFluentProducerTemplate()
                            .to("cliqtel:numbers?apiKey=canary-api-key&baseUrl="
                                    + cliqtel.simulator().baseUrl())
                            .request(Exchange.class);
                }))
                .toList();
    }
}
