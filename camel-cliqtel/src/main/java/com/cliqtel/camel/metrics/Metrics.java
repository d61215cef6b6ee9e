/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntSupplier;

import com.cliqtel.camel.observe.Observer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/**
 * The meters of one registry, shared by all components that record there: each meter is registered once, and leaves the registry with the
 * last of them. Thread-safe.
 */
public final class Metrics {

    private static final Map<MeterRegistry, Metrics> OPEN = new HashMap<>();

    private final MeterRegistry registry;
    private final RegisteredMeters book;
    private final Meters meters;
    private final List<IntSupplier> waiting = new CopyOnWriteArrayList<>();

    private Metrics(MeterRegistry registry, Collection<String> webhookAnswers) {
        this.registry = registry;
        book = new RegisteredMeters(registry);
        meters = new Meters(
                book, () -> waiting.stream().mapToInt(IntSupplier::getAsInt).sum(), webhookAnswers);
    }

    /**
     * Returns the registry of the application, chosen as Camel's metrics choose it: a composite registry before others.
     *
     * @param byType returns the application's objects of a type
     * @return empty if there is no registry, or there are several and none is composite
     */
    public static Optional<Object> registry(Function<Class<?>, Set<?>> byType) {
        return only(byType.apply(CompositeMeterRegistry.class)).or(() -> only(byType.apply(MeterRegistry.class)));
    }

    private static Optional<Object> only(Set<?> found) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /**
     * Begins to record in a registry.
     *
     * @param registry Micrometer's registry, see {@link #registry}
     * @param waiting returns the number of waiting calls; the same object identifies the component in {@link #close}
     * @param webhookAnswers the words of all webhook answers
     */
    public static synchronized Metrics open(Object registry, IntSupplier waiting, Collection<String> webhookAnswers) {
        Metrics metrics = OPEN.computeIfAbsent((MeterRegistry) registry, where -> new Metrics(where, webhookAnswers));
        metrics.waiting.add(waiting);
        return metrics;
    }

    /** Returns the observer that records. */
    public Observer observer() {
        return meters;
    }

    /** Ends the recording of one component. */
    public void close(IntSupplier component) {
        synchronized (Metrics.class) {
            if (waiting.remove(component) && waiting.isEmpty()) {
                OPEN.remove(registry);
                book.close();
            }
        }
    }
}
