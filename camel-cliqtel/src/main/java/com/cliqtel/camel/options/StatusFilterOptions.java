/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The filter of delivery reports and status changes by their status. Not thread-safe: set the options before the context starts. */
@UriParams
public final class StatusFilterOptions {

    @UriParam(label = "consumer")
    private String statuses;

    public String getStatuses() {
        return statuses;
    }

    /** The statuses of the reports that reach the route, separated by commas, in any case; by default all. Allowed: queued, sent, delivered and failed. A report that is left out is counted, and logged at DEBUG. */
    public void setStatuses(String statuses) {
        this.statuses = statuses;
    }
}
