/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How often a call is repeated, and how long it may wait. Not thread-safe: set the options before the context starts. */
@UriParams
public final class RetryOptions extends OptionGroup<RetryOptions> {

    @UriParam(label = "producer,advanced", defaultValue = "3")
    private Integer maxRetries = 3;

    @UriParam(label = "producer,advanced", defaultValue = "2m")
    private Duration maxWait = Duration.ofMinutes(2);

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
}
