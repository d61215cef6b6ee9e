/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;

/** From the rows of a file to what came of each. */
// spotless:off
final class BulkRoutes extends RouteBuilder {

    /** The property that holds an exchange's row. */
    static final String ROW = "row";

    private final RowToSmsProcessor toSms;
    private final Forecast forecast;
    private final InFlightWindow window;
    private final ResultRecorder recorder;

    BulkRoutes(RowToSmsProcessor toSms, Forecast forecast, InFlightWindow window, ResultRecorder recorder) {
        this.toSms = toSms;
        this.forecast = forecast;
        this.window = window;
        this.recorder = recorder;
    }

    @Override
    public void configure() {
        from("direct:forecast").routeId("forecast")
                .split(body()).streaming()
                    .to("direct:reckon");

        from("direct:reckon").routeId("reckon")
                .onException(Exception.class).handled(true)
                    .process(forecast::refused)
                .end()
                .setProperty(ROW, body())
                .process(toSms)
                .choice()
                    .when(header(RowToSmsProcessor.REGION).isNull()).to("cliqtel:send?dryRun=true")
                    .otherwise().toD("cliqtel:send?dryRun=true&defaultRegion=${header.region}")
                .end()
                .process(forecast::counted);

        from("direct:rows").routeId("rows")
                .split(body()).streaming()
                    .filter(recorder::isOpen)
                    .filter(window::enter)
                    .to("seda:send?waitForTaskToComplete=Never&blockWhenFull=true");

        from("seda:send?concurrentConsumers=20").routeId("send")
                .onException(CliqtelRejectedException.class).onWhen(recorder::areAllAlike).handled(true)
                    .process(recorder::giveUp)
                .end()
                .onException(IllegalArgumentException.class, ResolveEndpointFailedException.class,
                        CliqtelRejectedException.class).handled(true)
                    .process(recorder::refused)
                .end()
                .onException(CliqtelException.class).handled(true)
                    .process(recorder::later)
                .end()
                .onCompletion().process(window::leave).end()
                .setProperty(ROW, body())
                .process(toSms)
                .choice()
                    .when(header(RowToSmsProcessor.REGION).isNull()).to("cliqtel:send")
                    .otherwise().toD("cliqtel:send?defaultRegion=${header.region}")
                .end()
                .process(recorder::sent);
    }
}
// spotless:on
