/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.Map;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.limit.RateLimiter;
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
            description =
                    "The name of the account: its idempotency keys and positions are kept under it in the ledger, and health, metrics and JMX show it. Set it, so that rotating the API key changes nothing. 1 to 64 letters, digits, dots, underscores and hyphens. By default derived from baseUrl and apiKey.")
    private String account;

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
                    "Options of Camel HTTP that make sense here: proxy, pool and TLS options, those that begin with httpClient. or httpConnection. Any other is refused.")
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
            label = "producer,advanced",
            defaultValue = "3",
            description =
                    "How often a call that certainly did not happen is made again; a send that may have happened never is.")
    private Integer maxRetries;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "2m",
            description =
                    "The longest time one exchange may wait for a permit of the quota, or for a refusal for the rate to pass, all its waits together. What would wait longer fails at once, with nothing sent.")
    private Duration maxWait;

    @Metadata(
            label = "producer",
            enums = "reconcile,resend,fail",
            defaultValue = "reconcile",
            description =
                    "What to do about a send nobody answered for, which may have happened or not: look for it in the list of messages (reconcile), look and send it again when it is not found once the settling time is over (resend), or fail without looking (fail).")
    private String unknownOutcome;

    @Metadata(
            label = "producer,advanced",
            description =
                    "How long after an attempt became unknown the API may still accept it: the last look is then. By default 60 s, and 240 s with unknownOutcome=resend.")
    private Duration settlingTime;

    @Metadata(
            label = "producer",
            enums = "fail,split",
            defaultValue = "fail",
            description =
                    "What to do with a text of more than 1,600 characters, or of more than maxSegments: refuse it (fail), or send it in parts that are cut at word ends, without the blanks at the cuts (split).")
    private String longMessage;

    @Metadata(
            label = "producer",
            defaultValue = "0",
            description =
                    "The most segments of one SMS, each charged: a text that needs more is refused, or split. 0 for any number.")
    private Integer maxSegments;

    @Metadata(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether typographic characters that would force UCS-2, such as curly quotes, are replaced by their GSM equals, where the whole text then is GSM-7.")
    private Boolean smartEncoding;

    @Metadata(
            label = "producer",
            description =
                    "The ISO country, such as NL, in which numbers without a plus or 00 are read as national ones. Needs com.googlecode.libphonenumber:libphonenumber.")
    private String defaultRegion;

    @Metadata(
            label = "producer,security",
            description =
                    "The only recipients that may be sent to, for test systems: numbers, numbers that end with an asterisk, or regular expressions, separated by commas. A comma inside of braces, brackets or parentheses belongs to its regular expression. Anything else is refused before any call.")
    private String allowedRecipients;

    @Metadata(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether everything is done but the call: the body is then the Estimate of what would have been sent.")
    private Boolean dryRun;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "60",
            description =
                    "The account's quota of requests a minute, of which all endpoints use one limiter. 0 for none.")
    private Integer requestsPerMinute;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "10",
            description = "The account's limit of messages a second. 0 for none.")
    private Integer messagesPerSecond;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "1",
            description =
                    "This node's part of the quota, greater than 0 and at most 1, where several nodes use one account.")
    private Double quotaShare;

    @Metadata(
            label = "producer,advanced",
            description =
                    "Shares the quota over a cluster: a bean of the type com.cliqtel.camel.limit.RateLimiter. It then takes the place of requestsPerMinute, messagesPerSecond and quotaShare.")
    private RateLimiter rateLimiter;

    @Metadata(
            label = "advanced",
            description =
                    "Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger. By default one in memory.")
    private Ledger ledger;

    @Metadata(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether a webhook report of a state that its message has left behind is dropped. By default the route has it, with the header CamelCliqtelStatusStale.")
    private Boolean dropStale;

    @Metadata(
            label = "consumer",
            defaultValue = "0",
            description =
                    "How many webhooks may be processed at the same time; those above are answered 503, so that the sender repeats them. 0 for any: those above what the HTTP server has threads for then wait, and so does all else that it serves.")
    private Integer webhookMaxInflight;

    @Metadata(
            label = "consumer",
            description =
                    "The public address of this application, without webhookPath. It ends with the path below which the HTTP server serves everything, such as /app, if there is one. Where a context has one cliqtel:webhook, cliqtel:send asks for reports to this address and webhookPath, unless statusCallbackUrl says another.")
    private String webhookExternalUrl;

    @Metadata(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Where polling begins when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Nothing made before it is read.")
    private String startFrom;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "2m",
            description =
                    "How long a message may take to show in lists: each poll looks that far back behind the newest message it has seen.")
    private Duration overlap;

    @Metadata(
            label = "consumer",
            defaultValue = "10",
            description =
                    "How many times a message is delivered to a route that fails. The next attempt is made by the first poll that begins at least delay after the failure, also with greedy=true. After the last attempt the consumer's exception handler gets the failure, and the message is not delivered again. A restart starts counting at zero.")
    private Integer maxDeliveryAttempts;

    @Metadata(
            label = "consumer",
            defaultValue = "72h",
            description = "How long cliqtel:status follows a message that is neither delivered nor failed.")
    private Duration giveUpAfter;

    @Metadata(
            label = "consumer",
            defaultValue = "/cliqtel/webhook",
            description = "The path under which webhooks arrive.")
    private String webhookPath;

    @Metadata(
            label = "consumer,security",
            secret = true,
            description =
                    "The key that webhooks are signed with. While you rotate the key, write the new and the previous one, separated by a comma. By default the API key.")
    private String webhookVerifyToken;

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
            defaultValue = "168h",
            description =
                    "How old a webhook may be, by the time it was signed with. The clock of the API decides, where an answer of the API has shown it: an older webhook is then answered 200 and dropped. Otherwise this machine's clock decides: the answer is 503, and a warning names the clock.")
    private Duration webhookMaxAge;

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

    /** Options of Camel HTTP that make sense here: proxy, pool and TLS options, those that begin with httpClient. or httpConnection. Any other is refused. */
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

    public Integer getMaxRetries() {
        return maxRetries;
    }

    /** How often a call that certainly did not happen is made again; a send that may have happened never is. */
    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getMaxWait() {
        return maxWait;
    }

    /** The longest time one exchange may wait for a permit of the quota, or for a refusal for the rate to pass, all its waits together. What would wait longer fails at once, with nothing sent. */
    public void setMaxWait(Duration maxWait) {
        this.maxWait = maxWait;
    }

    public String getUnknownOutcome() {
        return unknownOutcome;
    }

    /** What to do about a send nobody answered for, which may have happened or not: look for it in the list of messages (reconcile), look and send it again when it is not found once the settling time is over (resend), or fail without looking (fail). */
    public void setUnknownOutcome(String unknownOutcome) {
        this.unknownOutcome = unknownOutcome;
    }

    public Duration getSettlingTime() {
        return settlingTime;
    }

    /** How long after an attempt became unknown the API may still accept it: the last look is then. By default 60 s, and 240 s with unknownOutcome=resend. */
    public void setSettlingTime(Duration settlingTime) {
        this.settlingTime = settlingTime;
    }

    public String getLongMessage() {
        return longMessage;
    }

    /** What to do with a text of more than 1,600 characters, or of more than maxSegments: refuse it (fail), or send it in parts that are cut at word ends, without the blanks at the cuts (split). */
    public void setLongMessage(String longMessage) {
        this.longMessage = longMessage;
    }

    public Integer getMaxSegments() {
        return maxSegments;
    }

    /** The most segments of one SMS, each charged: a text that needs more is refused, or split. 0 for any number. */
    public void setMaxSegments(Integer maxSegments) {
        this.maxSegments = maxSegments;
    }

    public Boolean getSmartEncoding() {
        return smartEncoding;
    }

    /** Whether typographic characters that would force UCS-2, such as curly quotes, are replaced by their GSM equals, where the whole text then is GSM-7. */
    public void setSmartEncoding(Boolean smartEncoding) {
        this.smartEncoding = smartEncoding;
    }

    public String getDefaultRegion() {
        return defaultRegion;
    }

    /** The ISO country, such as NL, in which numbers without a plus or 00 are read as national ones. Needs com.googlecode.libphonenumber:libphonenumber. */
    public void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    public String getAllowedRecipients() {
        return allowedRecipients;
    }

    /** The only recipients that may be sent to, for test systems: numbers, numbers that end with an asterisk, or regular expressions, separated by commas. A comma inside of braces, brackets or parentheses belongs to its regular expression. Anything else is refused before any call. */
    public void setAllowedRecipients(String allowedRecipients) {
        this.allowedRecipients = allowedRecipients;
    }

    public Boolean getDryRun() {
        return dryRun;
    }

    /** Whether everything is done but the call: the body is then the Estimate of what would have been sent. */
    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** The account's quota of requests a minute, of which all endpoints use one limiter. 0 for none. */
    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Integer getMessagesPerSecond() {
        return messagesPerSecond;
    }

    /** The account's limit of messages a second. 0 for none. */
    public void setMessagesPerSecond(Integer messagesPerSecond) {
        this.messagesPerSecond = messagesPerSecond;
    }

    public Double getQuotaShare() {
        return quotaShare;
    }

    /** This node's part of the quota, greater than 0 and at most 1, where several nodes use one account. */
    public void setQuotaShare(Double quotaShare) {
        this.quotaShare = quotaShare;
    }

    public RateLimiter getRateLimiter() {
        return rateLimiter;
    }

    /** Shares the quota over a cluster: a bean of the type com.cliqtel.camel.limit.RateLimiter. It then takes the place of requestsPerMinute, messagesPerSecond and quotaShare. */
    public void setRateLimiter(RateLimiter rateLimiter) {
        this.rateLimiter = rateLimiter;
    }

    public Ledger getLedger() {
        return ledger;
    }

    /** Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger. By default one in memory. */
    public void setLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    public Boolean getDropStale() {
        return dropStale;
    }

    /** Whether a webhook report of a state that its message has left behind is dropped. By default the route has it, with the header CamelCliqtelStatusStale. */
    public void setDropStale(Boolean dropStale) {
        this.dropStale = dropStale;
    }

    public Integer getWebhookMaxInflight() {
        return webhookMaxInflight;
    }

    /** How many webhooks may be processed at the same time; those above are answered 503, so that the sender repeats them. 0 for any: those above what the HTTP server has threads for then wait, and so does all else that it serves. */
    public void setWebhookMaxInflight(Integer webhookMaxInflight) {
        this.webhookMaxInflight = webhookMaxInflight;
    }

    public String getWebhookExternalUrl() {
        return webhookExternalUrl;
    }

    /** The public address of this application, without webhookPath. It ends with the path below which the HTTP server serves everything, such as /app, if there is one. Where a context has one cliqtel:webhook, cliqtel:send asks for reports to this address and webhookPath, unless statusCallbackUrl says another. */
    public void setWebhookExternalUrl(String webhookExternalUrl) {
        this.webhookExternalUrl = webhookExternalUrl;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /** Where polling begins when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Nothing made before it is read. */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public Duration getOverlap() {
        return overlap;
    }

    /** How long a message may take to show in lists: each poll looks that far back behind the newest message it has seen. */
    public void setOverlap(Duration overlap) {
        this.overlap = overlap;
    }

    public Integer getMaxDeliveryAttempts() {
        return maxDeliveryAttempts;
    }

    /** How many times a message is delivered to a route that fails. The next attempt is made by the first poll that begins at least delay after the failure, also with greedy=true. After the last attempt the consumer's exception handler gets the failure, and the message is not delivered again. A restart starts counting at zero. */
    public void setMaxDeliveryAttempts(Integer maxDeliveryAttempts) {
        this.maxDeliveryAttempts = maxDeliveryAttempts;
    }

    public Duration getGiveUpAfter() {
        return giveUpAfter;
    }

    /** How long cliqtel:status follows a message that is neither delivered nor failed. */
    public void setGiveUpAfter(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    public String getWebhookPath() {
        return webhookPath;
    }

    /** The path under which webhooks arrive. */
    public void setWebhookPath(String webhookPath) {
        this.webhookPath = webhookPath;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    /** The key that webhooks are signed with. While you rotate the key, write the new and the previous one, separated by a comma. By default the API key. */
    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
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

    /** How old a webhook may be, by the time it was signed with. The clock of the API decides, where an answer of the API has shown it: an older webhook is then answered 200 and dropped. Otherwise this machine's clock decides: the answer is 503, and a warning names the clock. */
    public void setWebhookMaxAge(Duration webhookMaxAge) {
        this.webhookMaxAge = webhookMaxAge;
    }
}
