/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

import com.cliqtel.camel.client.HttpConnection;
import com.cliqtel.camel.client.ReopeningClient;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Camel HTTP's client for one account: from an {@link HttpComponent} of our own, so that nothing set here touches the
 * application's {@code http:} routes, and without everything in it that would send a request twice or elsewhere. It opens when it
 * is first used, and again after it was closed. Thread-safe.
 */
final class CamelHttp {

    // how long a pooled connection may lie idle before it is looked at: a dead one makes an outcome unknown
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(100);

    private final CamelContext context;
    private final ConnectionSettings settings;
    private final HttpConnection connection;
    private HttpComponent component;
    private HttpEndpoint endpoint;

    /** Null while it is closed. */
    private volatile CloseableHttpClient open;

    /** @param timer ends attempts that take too long */
    CamelHttp(CamelContext context, ConnectionSettings settings, ScheduledExecutorService timer) {
        this.context = context;
        this.settings = settings;
        this.connection = new HttpConnection(
                new ReopeningClient(this::open, this::close),
                settings.baseUrl(),
                settings.apiKey(),
                settings.connectTimeout(),
                settings.requestTimeout(),
                timer);
    }

    /** The connection; calling over it opens it. */
    HttpConnection connection() {
        return connection;
    }

    /** Opens the client if it is closed. */
    CloseableHttpClient open() {
        CloseableHttpClient known = open;
        return known != null ? known : openOnce();
    }

    private synchronized CloseableHttpClient openOnce() {
        if (open == null) {
            try {
                open = opened();
            } catch (Exception wrong) {
                close();
                throw RuntimeCamelException.wrapRuntimeException(wrong);
            }
        }
        return open;
    }

    private CloseableHttpClient opened() throws Exception {
        component = component();
        ServiceHelper.startService(component);
        endpoint = (HttpEndpoint) component.createEndpoint(settings.baseUrl().toString(), endpointOptions());
        ServiceHelper.startService(endpoint);
        if (endpoint.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager pool) {
            pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                    .setConnectTimeout(timeout(settings.connectTimeout()))
                    .setSocketTimeout(timeout(settings.requestTimeout()))
                    .setValidateAfterInactivity(LOOKED_AT_AFTER)
                    .build());
        }
        return (CloseableHttpClient) endpoint.getHttpClient();
    }

    /** Closes the client with its connections; the next use opens another one. */
    synchronized void close() {
        open = null;
        ServiceHelper.stopAndShutdownServices(endpoint, component);
        endpoint = null;
        component = null;
    }

    private HttpComponent component() {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        http.setAutomaticRetriesDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setAuthCachingDisabled(true);
        http.setConnectTimeout(settings.connectTimeout().toMillis());
        http.setConnectionRequestTimeout(settings.requestTimeout().toMillis());
        http.setSoTimeout(settings.requestTimeout().toMillis());
        http.setResponseTimeout(settings.requestTimeout().toMillis());
        http.setUserAgent("camel-cliqtel");
        // Camel HTTP would speak TLS to the proxy whenever the API is https
        http.setProxyAuthScheme("http");
        http.setSslContextParameters(settings.sslContextParameters());
        http.setUseGlobalSslContextParameters(settings.useGlobalSslContextParameters());
        Map<String, Object> options = new HashMap<>(settings.http());
        options.keySet().removeIf(CamelHttp::isEndpointOption);
        if (!options.isEmpty()) {
            // even with nothing to bind, Camel would look through the component by reflection
            PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(http)
                    .withProperties(options)
                    .withRemoveParameters(false)
                    .bind();
        }
        return http;
    }

    private Map<String, Object> endpointOptions() {
        Map<String, Object> options = new HashMap<>(settings.http());
        options.keySet().removeIf(option -> !isEndpointOption(option));
        return options;
    }

    private static boolean isEndpointOption(String option) {
        return option.startsWith(HttpOptions.CLIENT) || option.startsWith(HttpOptions.CONNECTION);
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public String toString() {
        return "CamelHttp[" + settings.baseUrl() + "]";
    }
}
