/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.waiting;

import java.lang.management.ManagementFactory;

import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.harness.UsedHeap;
import com.cliqtel.camel.benchmarks.stub.StubProcess;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends exchanges to a route in which they wait, and measures the heap. */
final class WaitingRun {

    private static final int FIRST = 2_000;

    private WaitingRun() {}

    /** @param arguments what they wait for, and how many */
    public static void main(String[] arguments) throws Exception {
        int exchanges = Integer.parseInt(arguments[1]);
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(WaitKind.valueOf(arguments[0]).route(context, StubProcess.baseUrl()));
        context.start();
        Endpoint endpoint = context.getEndpoint("direct:send");
        AsyncProducer first = endpoint.createAsyncProducer();
        first.start();
        // what is made once is made by the first ones
        hand(endpoint, first, 0, FIRST);
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        long heapBefore = UsedHeap.used();
        long began = System.nanoTime();
        hand(endpoint, first, FIRST, exchanges);
        long took = System.nanoTime() - began;
        MeasuringProcess.say("bytes", (double) (UsedHeap.used() - heapBefore) / exchanges);
        MeasuringProcess.say("threads", ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore);
        MeasuringProcess.say("micros", took / 1_000.0 / exchanges);
        MeasuringProcess.say("waiting", context.getInflightRepository().size());
        // a context that is stopped would wait for them
        Runtime.getRuntime().halt(0);
    }

    private static void hand(Endpoint endpoint, AsyncProducer first, int from, int count) {
        for (int i = from; i < from + count; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody("Your order #" + i + " has shipped!");
            first.process(exchange, doneSync -> {});
        }
    }
}
