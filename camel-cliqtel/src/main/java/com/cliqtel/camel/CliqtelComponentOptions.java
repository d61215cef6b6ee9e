/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of the component: the defaults of all its endpoints. Mutable only because Camel's configurers set them;
 * they become settings when an endpoint starts.
 */
public abstract class CliqtelComponentOptions extends DefaultComponent implements SSLContextParametersAware {

    @Metadata(
            label = "security",
            secret = true,
            description =
                    "The API key of the account. In an endpoint URI write it as RAW(...), or better, set it on the component.")
    private String apiKey;

    @Metadata(
            defaultValue = "https://cliqtel.com/api/v1/sms",
            description =
                    "The address of the API. Plain http is taken only to this machine, unless allowPlainHttp is set.")
    private String baseUrl;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether the API may be called over plain http on another machine, which shows the key to everybody in between.")
    private Boolean allowPlainHttp;

    @Metadata(label = "advanced", defaultValue = "5s", description = "How long connecting may take, TLS included.")
    private Duration connectTimeout;

    @Metadata(
            label = "advanced",
            defaultValue = "30s",
            description = "How long a whole attempt may take: connecting, headers and body.")
    private Duration requestTimeout;

    @Metadata(label = "security", description = "How to do TLS, for example with a truststore of your own.")
    private SSLContextParameters sslContextParameters;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the TLS configuration of the Camel context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            description =
                    "Options of Camel HTTP that make sense here: proxy, pool and TLS options, httpClient.* and httpConnection.*. Any other is refused.")
    private Map<String, Object> http;

    @Metadata(
            label = "producer",
            description = "The sending number where neither the exchange nor the endpoint says one (send only).")
    private String from;

    @Metadata(
            label = "producer",
            description = "The id of the sending number, instead of the number itself (send only).")
    private Long fromNumberId;

    @Metadata(
            label = "producer",
            description = "The recipient where neither the exchange nor the endpoint says one (send only).")
    private String to;

    @Metadata(
            label = "producer",
            description = "Where delivery reports go: the public address of a cliqtel:webhook consumer.")
    private String statusCallbackUrl;

    @Metadata(
            label = "producer,security",
            description =
                    "Hosts that a callback address from a header or a body may name, separated by commas. By default only the host of statusCallbackUrl.")
    private String allowedCallbackHosts;

    @Metadata(
            label = "consumer",
            defaultValue = "/cliqtel/webhook",
            description = "The path under which webhooks arrive.")
    private String webhookPath;

    @Metadata(
            label = "consumer,security",
            secret = true,
            description = "The key that webhooks are signed with; by default the API key.")
    private String webhookSecret;

    @Metadata(
            label = "consumer,security",
            secret = true,
            description = "A second key that is believed too, while the key is rotated.")
    private String webhookPreviousSecret;

    @Metadata(
            label = "consumer",
            enums = "auto,raw,stringified",
            defaultValue = "auto",
            description =
                    "What the signature is made over: the bytes received, the JSON as JavaScript writes it again, or either.")
    private String signedContent;

    @Metadata(label = "consumer", defaultValue = "65536", description = "The largest webhook, in bytes.")
    private Integer webhookMaxPayloadSize;

    @Metadata(
            label = "consumer",
            defaultValue = "7d",
            description =
                    "How old a webhook may be, by the time it was signed with; older ones are answered and dropped.")
    private Duration webhookMaxAge;

    public String getApiKey() {
        return apiKey;
    }

    /** The API key of the account. In an endpoint URI write it as RAW(...), or better, set it on the component. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
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

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to use the TLS configuration of the Camel context. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /** Options of Camel HTTP that make sense here: proxy, pool and TLS options, httpClient.* and httpConnection.*. Any other is refused. */
    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }

    public String getFrom() {
        return from;
    }

    /** The sending number where neither the exchange nor the endpoint says one (send only). */
    public void setFrom(String from) {
        this.from = from;
    }

    public Long getFromNumberId() {
        return fromNumberId;
    }

    /** The id of the sending number, instead of the number itself (send only). */
    public void setFromNumberId(Long fromNumberId) {
        this.fromNumberId = fromNumberId;
    }

    public String getTo() {
        return to;
    }

    /** The recipient where neither the exchange nor the endpoint says one (send only). */
    public void setTo(String to) {
        this.to = to;
    }

    public String getStatusCallbackUrl() {
        return statusCallbackUrl;
    }

    /** Where delivery reports go: the public address of a cliqtel:webhook consumer. */
    public void setStatusCallbackUrl(String statusCallbackUrl) {
        this.statusCallbackUrl = statusCallbackUrl;
    }

    public String getAllowedCallbackHosts() {
        return allowedCallbackHosts;
    }

    /** Hosts that a callback address from a header or a body may name, separated by commas. By default only the host of statusCallbackUrl. */
    public void setAllowedCallbackHosts(String allowedCallbackHosts) {
        this.allowedCallbackHosts = allowedCallbackHosts;
    }

    public String getWebhookPath() {
        return webhookPath;
    }

    /** The path under which webhooks arrive. */
    public void setWebhookPath(String webhookPath) {
        this.webhookPath = webhookPath;
    }

    public String getWebhookSecret() {
        return webhookSecret;
    }

    /** The key that webhooks are signed with; by default the API key. */
    public void setWebhookSecret(String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    public String getWebhookPreviousSecret() {
        return webhookPreviousSecret;
    }

    /** A second key that is believed too, while the key is rotated. */
    public void setWebhookPreviousSecret(String webhookPreviousSecret) {
        this.webhookPreviousSecret = webhookPreviousSecret;
    }

    public String getSignedContent() {
        return signedContent;
    }

    /** What the signature is made over: the bytes received, the JSON as JavaScript writes it again, or either. */
    public void setSignedContent(String signedContent) {
        this.signedContent = signedContent;
    }

    public Integer getWebhookMaxPayloadSize() {
        return webhookMaxPayloadSize;
    }

    /** The largest webhook, in bytes. */
    public void setWebhookMaxPayloadSize(Integer webhookMaxPayloadSize) {
        this.webhookMaxPayloadSize = webhookMaxPayloadSize;
    }

    public Duration getWebhookMaxAge() {
        return webhookMaxAge;
    }

    /** How old a webhook may be, by the time it was signed with; older ones are answered and dropped. */
    public void setWebhookMaxAge(Duration webhookMaxAge) {
        this.webhookMaxAge = webhookMaxAge;
    }
}
