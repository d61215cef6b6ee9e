/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters that the component registered in a registry. Thread-safe. */
final class RegisteredMeters {

    private final MeterRegistry registry;
    private final Queue<Meter> registered = new ConcurrentLinkedQueue<>();

    RegisteredMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer timer(MeterName what, String... values) {
        return keep(Timer.builder(what.meter())
                .description(what.description())
                .serviceLevelObjectives(what.buckets())
                .tags(what.tagged(values))
                .register(registry));
    }

    Counter counter(MeterName what, String... values) {
        return keep(Counter.builder(what.meter())
                .description(what.description())
                .tags(what.tagged(values))
                .register(registry));
    }

    Meter gauge(MeterName what, Supplier<Number> now, String... values) {
        return keep(Gauge.builder(what.meter(), now)
                .description(what.description())
                .tags(what.tagged(values))
                .register(registry));
    }

    private <M extends Meter> M keep(M meter) {
        registered.add(meter);
        return meter;
    }

    /** Removes a meter. */
    void remove(Meter meter) {
        registered.remove(meter);
        registry.remove(meter);
    }

    /** Removes all of them. */
    void close() {
        registered.forEach(registry::remove);
        registered.clear();
    }
}
