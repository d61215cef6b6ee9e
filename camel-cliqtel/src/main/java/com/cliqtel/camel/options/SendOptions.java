/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How an SMS is sent. Not thread-safe: set the options before the context starts. */
@UriParams
public final class SendOptions extends OptionGroup<SendOptions> {

    @UriParam(label = "producer")
    private Long fromNumberId;

    @UriParam(label = "producer")
    private String statusCallbackUrl;

    @UriParam(label = "producer,security")
    private String allowedCallbackHosts;

    @UriParam(label = "producer", enums = "reconcile,resend,fail", defaultValue = "reconcile")
    private String unknownOutcome = "reconcile";

    @UriParam(label = "producer,advanced")
    private Duration settlingTime;

    @UriParam(label = "producer")
    private String defaultRegion;

    @UriParam(label = "producer,security")
    private String allowedRecipients;

    @UriParam(label = "producer", defaultValue = "false")
    private Boolean dryRun = false;

    public Long getFromNumberId() {
        return fromNumberId;
    }

    /** The id of the sending number, as cliqtel:numbers gives it, instead of the number itself. */
    public void setFromNumberId(Long fromNumberId) {
        this.fromNumberId = fromNumberId;
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

    public String getUnknownOutcome() {
        return unknownOutcome;
    }

    /** What the component does if it gets no answer to a send, so that the SMS may have been sent or not. reconcile: search the list of messages for it. resend: search, and send it again if it is not found within the settling time. fail: fail without a search. */
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

    /**
     * Returns a copy for an endpoint. It lacks the sender and the callback address: the component's come after all that an endpoint
     * and an exchange give.
     */
    public SendOptions forEndpoint() {
        SendOptions endpoint = copy();
        endpoint.fromNumberId = null;
        endpoint.statusCallbackUrl = null;
        return endpoint;
    }
}
