/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How to send. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class SendOptions {

    @UriParam(
            label = "producer",
            description = "The id of the sending number, as cliqtel:numbers gives it, instead of the number itself.")
    private Long fromNumberId;

    @UriParam(
            label = "producer",
            description = "Where delivery reports go: the public address of a cliqtel:webhook consumer.")
    private String statusCallbackUrl;

    @UriParam(
            label = "producer,security",
            description =
                    "Hosts that a callback address from a header or a body may name, separated by commas. By default only the host of statusCallbackUrl.")
    private String allowedCallbackHosts;

    @UriParam(
            label = "producer",
            enums = "reconcile,resend,fail",
            defaultValue = "reconcile",
            description =
                    "What to do about a send nobody answered for, which may have happened or not: look for it in the list of messages (reconcile), look and send it again when it is not found once the settling time is over (resend), or fail without looking (fail).")
    private String unknownOutcome;

    @UriParam(
            label = "producer,advanced",
            description =
                    "How long after an attempt became unknown the API may still accept it: the last look is then. By default 60 s, and 240 s with unknownOutcome=resend.")
    private Duration settlingTime;

    @UriParam(
            label = "producer",
            enums = "fail,split",
            defaultValue = "fail",
            description =
                    "What to do with a text of more than 1,600 characters, or of more than maxSegments: refuse it (fail), or send it in parts that are cut at word ends, without the blanks at the cuts (split).")
    private String longMessage;

    @UriParam(
            label = "producer",
            defaultValue = "0",
            description =
                    "The most segments of one SMS, each charged: a text that needs more is refused, or split. 0 for any number.")
    private Integer maxSegments;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether typographic characters that would force UCS-2, such as curly quotes, are replaced by their GSM equals, where the whole text then is GSM-7.")
    private Boolean smartEncoding;

    @UriParam(
            label = "producer",
            description =
                    "The ISO country, such as NL, in which numbers without a plus or 00 are read as national ones. Needs com.googlecode.libphonenumber:libphonenumber.")
    private String defaultRegion;

    @UriParam(
            label = "producer,security",
            description =
                    "The only recipients that may be sent to, for test systems: numbers, numbers that end with an asterisk, or regular expressions, separated by commas. A comma inside of braces, brackets or parentheses belongs to its regular expression. Anything else is refused before any call.")
    private String allowedRecipients;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether everything is done but the call: the body is then the Estimate of what would have been sent.")
    private Boolean dryRun;

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
}
