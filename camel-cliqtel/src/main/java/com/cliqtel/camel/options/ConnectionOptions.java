/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** How to reach the API. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class ConnectionOptions {

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The API key of the account. In an endpoint URI write it as RAW(...), or better, set it on the component.")
    private String apiKey;

    @UriParam(
            label = "common",
            description =
                    "The name of the account: its idempotency keys and positions are kept under it in the ledger, and health, metrics and JMX show it. Set it, so that rotating the API key changes nothing. 1 to 64 letters, digits, dots, underscores and hyphens. By default derived from baseUrl and apiKey.")
    private String account;

    @UriParam(
            label = "common",
            defaultValue = "https://cliqtel.com/api/v1/sms",
            description =
                    "The address of the API. Plain http is taken only to this machine, unless allowPlainHttp is set.")
    private String baseUrl;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether the API may be called over plain http on another machine, which shows the key to everybody in between.")
    private Boolean allowPlainHttp;

    @UriParam(label = "advanced", defaultValue = "5s", description = "How long connecting may take, TLS included.")
    private Duration connectTimeout;

    @UriParam(
            label = "advanced",
            defaultValue = "30s",
            description = "How long a whole attempt may take: connecting, headers and body.")
    private Duration requestTimeout;

    @UriParam(label = "security", description = "How to do TLS, for example with a truststore of your own.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "advanced",
            prefix = "http.",
            multiValue = true,
            description =
                    "Options of Camel HTTP that make sense here: proxy, pool and TLS options, those that begin with httpClient. or httpConnection. Any other is refused.")
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
}
