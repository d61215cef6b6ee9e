/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How much one poll delivers. Not thread-safe: set the options before the context starts. */
@UriParams
public final class PollSizeOptions {

    @UriParam(label = "consumer", defaultValue = "0")
    private Integer maxMessagesPerPoll = 0;

    public Integer getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The most messages that one poll gives to the route; the others come with the next. 0 for any number. */
    public void setMaxMessagesPerPoll(Integer maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}
