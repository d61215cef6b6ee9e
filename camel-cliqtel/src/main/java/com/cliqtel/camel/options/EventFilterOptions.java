/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The filter of webhooks by their event. Not thread-safe: set the options before the context starts. */
@UriParams
public final class EventFilterOptions {

    @UriParam(label = "consumer")
    private String events;

    public String getEvents() {
        return events;
    }

    /** The events that reach the route, separated by commas, in any case; by default all. Allowed: sms.status_updated. An event that this version does not know reaches the route only without this option. */
    public void setEvents(String events) {
        this.events = events;
    }
}
