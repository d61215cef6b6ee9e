/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** How the API is reached. Not thread-safe: set the options before the context starts. */
@UriParams
public final class ConnectionOptions extends OptionGroup<ConnectionOptions> {

    public static final String DEFAULT_BASE_URL = "https://cliqtel.com/api/v1/sms";

    @UriParam(label = "security", secret = true)
    private String apiKey;

    @UriParam(label = "common")
    private String account;

    @UriParam(label = "common", defaultValue = DEFAULT_BASE_URL)
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(label = "security", defaultValue = "false")
    private Boolean allowPlainHttp = false;

    @UriParam(label = "advanced", defaultValue = "5s")
    private Duration connectTimeout = Duration.ofSeconds(5);

    @UriParam(label = "advanced", defaultValue = "30s")
    private Duration requestTimeout = Duration.ofSeconds(30);

    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "advanced", prefix = "http.", multiValue = true)
    private Map<String, Object> http;

    public String getApiKey() {
        return apiKey;
    }

    /** The API key of the account. In an endpoint URI write it as RAW(...), or better, set it on the component. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAccount() {
        return account;
    }

    /** The name of the account: its idempotency keys and positions are kept under it in the ledger, and health, metrics and JMX show it. Set it, so that rotating the API key changes nothing. 1 to 64 letters, digits, dots, underscores and hyphens. By default derived from baseUrl and apiKey. */
    public void setAccount(String account) {
        this.account = account;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** The address of the API. Plain http is taken only to this machine, unless allowPlainHttp is set. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    /** Whether the API may be called over plain http on another machine, which shows the key to everybody in between. */
    public void setAllowPlainHttp(Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** How long connecting may take, TLS included. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /** How long a whole attempt may take: connecting, headers and body. */
    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** How to do TLS, for example with a truststore of your own. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /** Options of Camel HTTP that make sense here: proxy, pool and TLS options, those that begin with httpClient. or httpConnection. Any other is refused. */
    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }

    /**
     * Returns a copy for an endpoint. It lacks the name of the account and the HTTP options, which {@link #inherit} adds when the
     * options of the URI are set.
     */
    public ConnectionOptions forEndpoint() {
        ConnectionOptions endpoint = copy();
        endpoint.account = null;
        endpoint.http = null;
        return endpoint;
    }

    /**
     * Adds the component's HTTP options that the endpoint doesn't set, and the name of the account, unless the endpoint has a name
     * or an API key of its own.
     */
    public void inherit(ConnectionOptions component) {
        if (account == null && Objects.equals(apiKey, component.apiKey)) {
            account = component.account;
        }
        Map<String, Object> merged = new TreeMap<>();
        Stream.of(component.http, http).filter(Objects::nonNull).forEach(merged::putAll);
        http = merged;
    }
}
