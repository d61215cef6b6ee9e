/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;

import com.cliqtel.camel.client.AccountPool;
import com.cliqtel.camel.client.AnswerLimits;
import com.cliqtel.camel.client.HttpConnection;
import com.cliqtel.camel.client.ReopeningClient;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of one account, from an {@link HttpComponent} of its own, so that the application's {@code http:} routes keep
 * their settings. Nothing repeats or redirects a request. The pool of connections isn't Camel's, since that one doesn't limit
 * what it reads, and any Error shuts it down. The client opens at its first use, also after it was closed. Thread-safe.
 */
final class HttpClientService {

    // an idle connection is checked after this time, since a request on a dead one has an unknown outcome
    private static final TimeValue CHECKED_AFTER = TimeValue.ofMilliseconds(100);

    private static final String NAME = "camel-cliqtel";

    private final CamelContext context;
    private final ConnectionSettings settings;
    private final HttpConnection connection;
    private HttpComponent component;
    private HttpEndpoint endpoint;
    private AccountPool pool;
    // null while it is closed
    private volatile CloseableHttpClient open;

    /**
     * @param timer ends attempts that take too long
     * @param webhookSecrets the secrets of the started webhooks; each webhook adds its own when it starts
     */
    HttpClientService(
            CamelContext context,
            ConnectionSettings settings,
            ScheduledExecutorService timer,
            Set<String> webhookSecrets) {
        this.context = context;
        this.settings = settings;
        this.connection = new HttpConnection(
                new ReopeningClient(this::open, this::close),
                settings.baseUrl(),
                settings.apiKey(),
                settings.connectTimeout(),
                settings.requestTimeout(),
                timer,
                () -> settings.secretsAnd(webhookSecrets));
    }

    /** Returns the connection. It opens with the first call. */
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
        pool = new AccountPool(connections(component));
        component.setClientConnectionManager(pool);
        component.setHttpClientConfigurer(pool::addTo);
        ServiceHelper.startService(component);
        // only the endpoint's client is used, so its address doesn't matter; Camel refuses a host with an underscore
        endpoint = (HttpEndpoint)
                component.createEndpoint(settings.baseUrl().getScheme() + "://" + NAME, clientOptions(component));
        ServiceHelper.startService(endpoint);
        return (CloseableHttpClient) endpoint.getHttpClient();
    }

    /** Closes the client with its connections; the next use opens another one. */
    synchronized void close() {
        open = null;
        ServiceHelper.stopAndShutdownServices(endpoint, component);
        if (pool != null) {
            pool.shutDown();
        }
        endpoint = null;
        component = null;
        pool = null;
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
        http.setUserAgent(NAME);
        // Camel HTTP would speak TLS to the proxy whenever the API is https
        http.setProxyAuthScheme("http");
        Map<String, Object> options = new HashMap<>(settings.http());
        options.keySet().removeIf(option -> option.startsWith(AllowedHttpOptions.CLIENT));
        options.keySet().removeIf(option -> option.startsWith(AllowedHttpOptions.CONNECTION));
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

    private PoolingHttpClientConnectionManager connections(HttpComponent http) throws Exception {
        Map<String, Object> options =
                PropertiesHelper.extractProperties(settings.http(), AllowedHttpOptions.CONNECTION, false);
        SocketConfig.Builder socket = SocketConfig.custom().setSoTimeout(Timeout.of(settings.requestTimeout()));
        PropertyBindingSupport.bindProperties(context, socket, options);
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(AnswerLimits.connections())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls(http), http.getX509HostnameVerifier()))
                .setMaxConnTotal(http.getMaxTotalConnections())
                .setMaxConnPerRoute(http.getConnectionsPerRoute())
                .setDefaultSocketConfig(socket.build())
                .build();
        ConnectionConfig.Builder connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.requestTimeout()))
                .setValidateAfterInactivity(CHECKED_AFTER);
        if (http.getConnectionTimeToLive() > 0) {
            connection.setTimeToLive(TimeValue.ofMilliseconds(http.getConnectionTimeToLive()));
        }
        connections.setDefaultConnectionConfig(connection.build());
        return connections;
    }

    private SSLContext tls(HttpComponent http) throws GeneralSecurityException, IOException {
        SSLContextParameters own = settings.sslContextParameters();
        SSLContextParameters parameters =
                own == null && settings.useGlobalSslContextParameters() ? context.getSSLContextParameters() : own;
        if (parameters != null) {
            return parameters.createSSLContext(context);
        }
        return http.isUseSystemProperties() ? SSLContexts.createSystemDefault() : SSLContexts.createDefault();
    }

    private Map<String, Object> clientOptions(HttpComponent http) {
        Map<String, Object> options = new HashMap<>(settings.http());
        options.keySet().removeIf(option -> !option.startsWith(AllowedHttpOptions.CLIENT));
        if (http.isContentCompressionDisabled()) {
            options.put(AllowedHttpOptions.CLIENT + "contentCompressionEnabled", false);
        }
        if (http.getProxyAuthMethod() != null) {
            // Camel's own HTTP producer ignores this option
            options.put(AllowedHttpOptions.CLIENT + "proxyPreferredAuthSchemes", List.of(http.getProxyAuthMethod()));
        }
        return options;
    }
}
