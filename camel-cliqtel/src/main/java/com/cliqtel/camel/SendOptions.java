/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

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
}
