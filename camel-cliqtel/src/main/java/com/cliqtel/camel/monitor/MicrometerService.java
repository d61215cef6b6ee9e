/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

import com.cliqtel.camel.metrics.Metrics;
import com.cliqtel.camel.observe.Observers;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Records the component's metrics in the application's Micrometer registry: the bean {@code metricsRegistry}, or the only registry.
 * Looks for it at the start, and again when the context has started, because Camel's own metrics may create it. Without a registry
 * nothing is recorded.
 */
public final class MicrometerService extends ServiceSupport implements StartupListener {

    private static final String NAME = "metricsRegistry";
    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

    private final CamelContext context;
    private final Observers observers;
    private final IntSupplier waiting;
    private final List<String> webhookAnswers;
    private Metrics metrics;

    /**
     * @param waiting the number of calls that wait
     * @param webhookAnswers all values of the tag {@code answer}
     */
    public MicrometerService(
            CamelContext context, Observers observers, IntSupplier waiting, List<String> webhookAnswers) {
        this.context = context;
        this.observers = observers;
        this.waiting = waiting;
        this.webhookAnswers = webhookAnswers;
    }

    @Override
    protected void doStart() throws Exception {
        if (context.getClassResolver().resolveClass(MICROMETER) != null && !connect()) {
            context.addStartupListener(this);
        }
    }

    @Override
    public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {
        if (isStartingOrStarted()) {
            connect();
        }
    }

    // a registry that refuses the meters must not stop the component
    private synchronized boolean connect() {
        try {
            if (metrics == null) {
                registry().ifPresent(registry -> {
                    metrics = Metrics.open(registry, waiting, webhookAnswers);
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

    @Override
    protected synchronized void doStop() {
        if (metrics != null) {
            observers.leave(metrics.observer());
            metrics.close(waiting);
            metrics = null;
        }
    }
}
