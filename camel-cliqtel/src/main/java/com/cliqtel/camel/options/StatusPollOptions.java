/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How statuses are polled. Not thread-safe: set the options before the context starts. */
@UriParams
public final class StatusPollOptions extends OptionGroup<StatusPollOptions> {

    @UriParam(label = "consumer", defaultValue = "72h")
    private Duration giveUpAfter = Duration.ofHours(72);

    public Duration getGiveUpAfter() {
        return giveUpAfter;
    }

    /** How long cliqtel:status follows a message that is neither delivered nor failed. */
    public void setGiveUpAfter(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }
}
