/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import com.cliqtel.camel.limit.RateLimiter;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The rate limit of an account. Only the component has these options. Not thread-safe: set the options before the context starts. */
@UriParams
public final class LimitOptions extends OptionGroup<LimitOptions> {

    @UriParam(label = "producer,advanced", defaultValue = "60")
    private Integer requestsPerMinute = 60;

    @UriParam(label = "producer,advanced", defaultValue = "10")
    private Integer messagesPerSecond = 10;

    @UriParam(label = "producer,advanced", defaultValue = "1")
    private Double quotaShare = 1.0;

    @UriParam(label = "producer,advanced")
    private RateLimiter rateLimiter;

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** The account's quota of requests a minute, of which all endpoints use one limiter. 0 for none. */
    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Integer getMessagesPerSecond() {
        return messagesPerSecond;
    }

    /** The account's limit of messages a second. 0 for none. */
    public void setMessagesPerSecond(Integer messagesPerSecond) {
        this.messagesPerSecond = messagesPerSecond;
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
}
