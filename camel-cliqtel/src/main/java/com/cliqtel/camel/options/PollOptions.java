/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How to poll. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class PollOptions {

    @UriParam(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Where to begin when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Nothing made before it is read.")
    private String startFrom;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "2m",
            description =
                    "How long a message may take to show in lists: each poll looks that far back behind the newest message it has seen.")
    private Duration overlap;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description =
                    "The most messages that one poll gives to the route; the others come with the next. 0 for any number.")
    private Integer maxMessagesPerPoll;

    @UriParam(
            label = "consumer",
            defaultValue = "10",
            description =
                    "How many times a message is delivered to a route that fails. The next attempt is made by the first poll that begins at least delay after the failure, also with greedy=true. After the last attempt the consumer's exception handler gets the failure, and the message is not delivered again. A restart starts counting at zero.")
    private Integer maxDeliveryAttempts;

    @UriParam(
            label = "consumer",
            defaultValue = "72h",
            description = "How long a message is followed that is neither delivered nor failed.")
    private Duration giveUpAfter;

    public String getStartFrom() {
        return startFrom;
    }

    /** Where to begin when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Nothing made before it is read. */
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

    public Integer getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The most messages that one poll gives to the route; the others come with the next. 0 for any number. */
    public void setMaxMessagesPerPoll(Integer maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
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

    /** How long a message is followed that is neither delivered nor failed. */
    public void setGiveUpAfter(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }
}
