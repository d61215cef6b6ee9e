/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How often to try, and how long to wait. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class RetryOptions {

    @UriParam(
            label = "producer,advanced",
            defaultValue = "3",
            description =
                    "How often a call that certainly did not happen is made again; a send that may have happened never is.")
    private Integer maxRetries;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "2m",
            description =
                    "The longest time one exchange may wait for a permit of the quota, or for a refusal for the rate to pass, all its waits together. What would wait longer fails at once, with nothing sent.")
    private Duration maxWait;

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
