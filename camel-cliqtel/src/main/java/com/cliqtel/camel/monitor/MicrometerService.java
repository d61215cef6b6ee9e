/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import com.cliqtel.camel.metrics.Metrics;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Has Micrometer told of what happens where the application has a registry: one named {@code metricsRegistry}, or the only one there is.
 * Looks for it at the start and, since Camel's own metrics may bring it along, once more when the context has started.
 */
public final class MicrometerService extends ServiceSupport implements StartupListener {

    private static final String NAME = "metricsRegistry";
    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

    private final CamelContext context;
    private final Observers observers;
    private final IntSupplier waiting;
    private Metrics metrics;

    public MicrometerService(CamelContext context, Observers observers, IntSupplier waiting) {
        this.context = context;
        this.observers = observers;
        this.waiting = waiting;
    }

    @Override
    protected void doStart() throws Exception {
        if (context.getClassResolver().resolveClass(MICROMETER) != null && !begun()) {
            context.addStartupListener(this);
        }
    }

    @Override
    public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {
        if (isStartingOrStarted()) {
            begun();
        }
    }

    // a registry that doesn't want our meters is no reason not to send
    private synchronized boolean begun() {
        try {
            if (metrics == null) {
                registry().ifPresent(registry -> {
                    metrics = Metrics.open(registry, waiting, answers());
                    observers.join(metrics.observer());
                });
            }
        } catch (RuntimeException | LinkageError broken) {
            observers.broken("Micrometer's registry, where nothing is recorded now,", broken);
        }
        return metrics != null;
    }

    private Optional<Object> registry() {
        Registry beans = context.getRegistry();
        Object named = beans.lookupByName(NAME);
        return named != null ? Optional.of(named) : Metrics.registry(beans::findByType);
    }

    private static List<String> answers() {
        return Stream.of(HttpAnswer.values()).map(HttpAnswer::word).toList();
    }

    @Override
    protected synchronized void doStop() {
        if (metrics != null) {
            observers.leave(metrics.observer());
            metrics.close(waiting);
            metrics = null;
        }
    }
}
