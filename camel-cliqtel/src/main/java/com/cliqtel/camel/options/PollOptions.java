/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How messages are polled. Not thread-safe: set the options before the context starts. */
@UriParams
public final class PollOptions extends OptionGroup<PollOptions> {

    @UriParam(label = "consumer", defaultValue = "now")
    private String startFrom = "now";

    @UriParam(label = "consumer,advanced", defaultValue = "2m")
    private Duration overlap = Duration.ofMinutes(2);

    @UriParam(label = "consumer", defaultValue = "10")
    private Integer maxDeliveryAttempts = 10;

    public String getStartFrom() {
        return startFrom;
    }

    /** Where polling begins when the ledger has no position yet: now, beginning, or a time in ISO 8601 with an offset. Messages that were created before it are not read. */
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
}
