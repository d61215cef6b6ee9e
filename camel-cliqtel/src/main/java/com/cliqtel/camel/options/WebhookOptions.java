/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How webhooks are received. Not thread-safe: set the options before the context starts. */
@UriParams
public final class WebhookOptions extends OptionGroup<WebhookOptions> {

    @UriParam(label = "consumer", defaultValue = "/cliqtel/webhook")
    private String webhookPath = "/cliqtel/webhook";

    @UriParam(label = "consumer,security", secret = true)
    private String webhookVerifyToken;

    @UriParam(label = "consumer", enums = "auto,raw,stringified", defaultValue = "auto")
    private String signedContent = "auto";

    @UriParam(label = "consumer", defaultValue = "65536")
    private Integer webhookMaxPayloadSize = 65536;

    @UriParam(label = "consumer", defaultValue = "168h")
    private Duration webhookMaxAge = Duration.ofHours(168);

    @UriParam(label = "consumer", defaultValue = "false")
    private Boolean dropStale = false;

    @UriParam(label = "consumer", defaultValue = "0")
    private Integer webhookMaxInflight = 0;

    @UriParam(label = "consumer")
    private String webhookExternalUrl;

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

    public Boolean getDropStale() {
        return dropStale;
    }

    /** Whether a report of a state that its message has left behind is dropped. By default the route has it, with the header CamelCliqtelStatusStale. */
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
}
