/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;

/** A webhook's endpoint of Camel Platform HTTP. It says, to those who own the HTTP server, how much of a body will be looked at. */
public final class WebhookHttpEndpoint extends PlatformHttpEndpoint {

    private final int maxPayloadSize;

    WebhookHttpEndpoint(PlatformHttpComponent component, String path, int maxPayloadSize) {
        super("platform-http:" + path, path, component);
        this.maxPayloadSize = maxPayloadSize;
        setPlatformHttpEngine(component.getEngine());
        setRequestTimeout(component.getRequestTimeout());
        setHandleWriteResponseError(component.isHandleWriteResponseError());
        if (component.getHeaderFilterStrategy() != null) {
            setHeaderFilterStrategy(component.getHeaderFilterStrategy());
        }
    }

    /** The largest body that is not refused, in bytes; of a larger one no more than one byte more has to be read. */
    public int getMaxPayloadSize() {
        return maxPayloadSize;
    }

    // else servlets unpack what says that it is packed, and hold all that comes out, before anybody can refuse it
    @Override
    public void configureExchange(Exchange exchange) {
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    }
}
