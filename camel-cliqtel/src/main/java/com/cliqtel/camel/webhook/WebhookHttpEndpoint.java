/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;

/** A webhook's endpoint of Camel Platform HTTP. It tells the HTTP server the size of the largest body that is read. */
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

    /** Returns the size of the largest body that is accepted, in bytes. Of a larger body one byte more is read. */
    public int getMaxPayloadSize() {
        return maxPayloadSize;
    }

    // otherwise servlets unpack a compressed body and hold all of it before it can be refused
    @Override
    public void configureExchange(Exchange exchange) {
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    }
}
