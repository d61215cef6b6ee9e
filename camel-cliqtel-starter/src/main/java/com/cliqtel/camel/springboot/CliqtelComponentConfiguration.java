/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.limit.RateLimiter;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The component's options as properties of a Spring Boot application; what is not set is null, and the component's default
 * holds. Generated from the component's catalog by StarterSourcesTest.
 */
@ConfigurationProperties(prefix = "camel.component.cliqtel")
public class CliqtelComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    private Boolean enabled;

    private String account;

    private Boolean allowPlainHttp;

    private List<String> allowedCallbackHosts;

    private List<String> allowedRecipients;

    private String apiKey;

    private Boolean autowiredEnabled;

    private String baseUrl;

    private Boolean bridgeErrorHandler;

    private Duration connectTimeout;

    private DataSource dataSource;

    private String defaultRegion;

    private Boolean dropStale;

    private Boolean dryRun;

    private String from;

    private Long fromNumberId;

    private Duration giveUpAfter;

    private Map<String, Object> http;

    private Boolean lazyStartProducer;

    private Ledger ledger;

    private String longMessage;

    private Integer maxDeliveryAttempts;

    private Integer maxRetries;

    private Integer maxSegments;

    private Duration maxWait;

    private Integer messagesPerSecond;

    private Duration overlap;

    private Double quotaShare;

    private RateLimiter rateLimiter;

    private Duration requestTimeout;

    private Integer requestsPerMinute;

    private Duration settlingTime;

    private String signedContent;

    private Boolean smartEncoding;

    private SSLContextParameters sslContextParameters;

    private String startFrom;

    private String statusCallbackUrl;

    private String to;

    private String unknownOutcome;

    private Boolean useGlobalSslContextParameters;

    private String webhookExternalUrl;

    private Duration webhookMaxAge;

    private Integer webhookMaxInflight;

    private Integer webhookMaxPayloadSize;

    private String webhookPath;

    private String webhookVerifyToken;

    public Boolean getEnabled() {
        return enabled;
    }

    /** Whether the component is set up by the application's properties; by default it is. */
    public void setEnabled(Boolean enabled) {
        this.enabled = enabled;
    }

    public String getAccount() {
        return account;
    }

    /** The name of the account: its idempotency keys and positions are kept under it in the ledger, and health, metrics and JMX show it. Set it, so that rotating the API key changes nothing. 1 to 64 letters, digits, dots, underscores and hyphens. By default derived from baseUrl and apiKey. */
    public void setAccount(String account) {
        this.account = account;
    }

    public Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    /** Whether the API may be called over plain http on another machine, which shows the key to everybody in between. */
    public void setAllowPlainHttp(Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public List<String> getAllowedCallbackHosts() {
        return allowedCallbackHosts;
    }

    /** Hosts that a callback address from a header or a body may name, separated by commas. By default only the host of statusCallbackUrl. */
    public void setAllowedCallbackHosts(List<String> allowedCallbackHosts) {
        this.allowedCallbackHosts = allowedCallbackHosts;
    }

    public List<String> getAllowedRecipients() {
        return allowedRecipients;
    }

    /** The only recipients that may be sent to, for test systems: numbers, numbers that end with an asterisk, or regular expressions, separated by commas. A comma inside of braces, brackets or parentheses belongs to its regular expression. Anything else is refused before any call. */
    public void setAllowedRecipients(List<String> allowedRecipients) {
        this.allowedRecipients = allowedRecipients;
    }

    public String getApiKey() {
        return apiKey;
    }

    /** The API key of the account. In an endpoint URI write it as RAW(...), or better, set it on the component. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    /** Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc. */
    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** The address of the API. Plain http is taken only to this machine, unless allowPlainHttp is set. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    /** Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** How long connecting may take, TLS included. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    /** The database of a durable ledger: a bean of the type javax.sql.DataSource, for H2, PostgreSQL, MariaDB or MySQL. The ledger is a JdbcLedger in the table cliqtel_ledger, which it creates if the table is missing. Set dataSource or ledger, not both. A DataSource bean is never used unless this option names it. */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public String getDefaultRegion() {
        return defaultRegion;
    }

    /** The ISO country, such as NL, in which numbers without a plus or 00 are read as national ones. Needs com.googlecode.libphonenumber:libphonenumber. */
    public void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    public Boolean getDropStale() {
        return dropStale;
    }

    /** Whether a report of a state that its message has left behind is dropped. By default the route has it, with the header CamelCliqtelStatusStale. */
    public void setDropStale(Boolean dropStale) {
        this.dropStale = dropStale;
    }

    public Boolean getDryRun() {
        return dryRun;
    }

    /** Whether everything is done but the call: the body is then the Estimate of what would have been sent. */
    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getFrom() {
        return from;
    }

    /** The number that sends the SMS. For cliqtel:list, the sender of the listed messages. A leading blank is never read as a plus. In a URI that an expression makes, write RAW(...) around the number. On the component it is the default of cliqtel:send only. */
    public void setFrom(String from) {
        this.from = from;
    }

    public Long getFromNumberId() {
        return fromNumberId;
    }

    /** The id of the sending number, as cliqtel:numbers gives it, instead of the number itself. */
    public void setFromNumberId(Long fromNumberId) {
        this.fromNumberId = fromNumberId;
    }

    public Duration getGiveUpAfter() {
        return giveUpAfter;
    }

    /** How long cliqtel:status follows a message that is neither delivered nor failed. */
    public void setGiveUpAfter(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /** Options of Camel HTTP that make sense here: proxy, pool and TLS options, those that begin with httpClient. or httpConnection. Any other is refused. This is a multi-value option with prefix: http. */
    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    /** Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing. */
    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public Ledger getLedger() {
        return ledger;
    }

    /** Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger with options of your own. By default a ledger in dataSource, or in memory if dataSource isn't set either. */
    public void setLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    public String getLongMessage() {
        return longMessage;
    }

    /** What to do with a text of more than 1,600 characters, or of more than maxSegments: refuse it (fail), or send it in parts that are cut at word ends, without the blanks at the cuts (split). */
    public void setLongMessage(String longMessage) {
        this.longMessage = longMessage;
    }

    public Integer getMaxDeliveryAttempts() {
        return maxDeliveryAttempts;
    }

    /** How many times a message is delivered to a route that fails. The next attempt is made by the first poll that begins at least delay after the failure, also with greedy=true. After the last attempt the consumer's exception handler gets the failure, and the message is not delivered again. A restart starts counting at zero. */
    public void setMaxDeliveryAttempts(Integer maxDeliveryAttempts) {
        this.maxDeliveryAttempts = maxDeliveryAttempts;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    /** How often a call that certainly did not happen is made again; a send that may have happened never is. */
    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Integer getMaxSegments() {
        return maxSegments;
    }

    /** The most segments of one SMS, each charged: a text that needs more is refused, or split. 0 for any number. */
    public void setMaxSegments(Integer maxSegments) {
        this.maxSegments = maxSegments;
    }

    public Duration getMaxWait() {
        return maxWait;
    }

    /** The longest time one exchange may wait for a permit of the quota, or for a refusal for the rate to pass, all its waits together. What would wait longer fails at once, with nothing sent. */
    public void setMaxWait(Duration maxWait) {
        this.maxWait = maxWait;
    }

    public Integer getMessagesPerSecond() {
        return messagesPerSecond;
    }

    /** The account's limit of messages a second. 0 for none. */
    public void setMessagesPerSecond(Integer messagesPerSecond) {
        this.messagesPerSecond = messagesPerSecond;
    }

    public Duration getOverlap() {
        return overlap;
    }

    /** How long a message may take to show in lists: each poll looks that far back behind the newest message it has seen. */
    public void setOverlap(Duration overlap) {
        this.overlap = overlap;
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

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /** How long a whole attempt may take: connecting, headers and body. */
    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** The account's quota of requests a minute, of which all endpoints use one limiter. 0 for none. */
    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Duration getSettlingTime() {
        return settlingTime;
    }

    /** How long after an attempt became unknown the API may still accept it: the last look is then. By default 60 s, and 240 s with unknownOutcome=resend. */
    public void setSettlingTime(Duration settlingTime) {
        this.settlingTime = settlingTime;
    }

    public String getSignedContent() {
        return signedContent;
    }

    /** What the signature is made over: the bytes received, the JSON as JavaScript writes it again, or either. */
    public void setSignedContent(String signedContent) {
        this.signedContent = signedContent;
    }

    public Boolean getSmartEncoding() {
        return smartEncoding;
    }

    /** Whether typographic characters that would force UCS-2, such as curly quotes, are replaced by their GSM equals, where the whole text then is GSM-7. */
    public void setSmartEncoding(Boolean smartEncoding) {
        this.smartEncoding = smartEncoding;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** How to do TLS, for example with a truststore of your own. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /** Where polling begins when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Messages that were created before it are not read. */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public String getStatusCallbackUrl() {
        return statusCallbackUrl;
    }

    /** Where delivery reports go: the public address of a cliqtel:webhook consumer. */
    public void setStatusCallbackUrl(String statusCallbackUrl) {
        this.statusCallbackUrl = statusCallbackUrl;
    }

    public String getTo() {
        return to;
    }

    /** The number that receives the SMS. For cliqtel:list, the recipient of the listed messages. A leading blank is never read as a plus. In a URI that an expression makes, write RAW(...) around the number. On the component it is the default of cliqtel:send only. */
    public void setTo(String to) {
        this.to = to;
    }

    public String getUnknownOutcome() {
        return unknownOutcome;
    }

    /** What the component does if it gets no answer to a send, so that the SMS may have been sent or not. reconcile: search the list of messages for it. resend: search, and send it again if it is not found within the settling time. fail: fail without a search. */
    public void setUnknownOutcome(String unknownOutcome) {
        this.unknownOutcome = unknownOutcome;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to use the TLS configuration of the Camel context. */
    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getWebhookExternalUrl() {
        return webhookExternalUrl;
    }

    /** The public address of this application, without webhookPath. It ends with the path below which the HTTP server serves everything, such as /app, if there is one. Where a context has one cliqtel:webhook, cliqtel:send asks for reports to this address and webhookPath, unless statusCallbackUrl says another. */
    public void setWebhookExternalUrl(String webhookExternalUrl) {
        this.webhookExternalUrl = webhookExternalUrl;
    }

    public Duration getWebhookMaxAge() {
        return webhookMaxAge;
    }

    /** How old a webhook may be, by the time it was signed with. The clock of the API decides, where an answer of the API has shown it: an older webhook is then answered 200 and dropped. Otherwise this machine's clock decides: the answer is 503, and a warning names the clock. */
    public void setWebhookMaxAge(Duration webhookMaxAge) {
        this.webhookMaxAge = webhookMaxAge;
    }

    public Integer getWebhookMaxInflight() {
        return webhookMaxInflight;
    }

    /** How many webhooks may be processed at the same time; those above are answered 503, so that the sender repeats them. 0 for any: those above what the HTTP server has threads for then wait, and so does all else that it serves. */
    public void setWebhookMaxInflight(Integer webhookMaxInflight) {
        this.webhookMaxInflight = webhookMaxInflight;
    }

    public Integer getWebhookMaxPayloadSize() {
        return webhookMaxPayloadSize;
    }

    /** The largest webhook, in bytes. */
    public void setWebhookMaxPayloadSize(Integer webhookMaxPayloadSize) {
        this.webhookMaxPayloadSize = webhookMaxPayloadSize;
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
}
