/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ApiCall;
import com.cliqtel.camel.simulator.http.Route;
import com.cliqtel.camel.simulator.http.Router;
import com.cliqtel.camel.simulator.http.Site;
import com.cliqtel.camel.simulator.json.SiteJson;

/** The routes of the simulator's page and of the requests that the page makes. */
public final class SiteRoutes {

    private final SiteContext context;
    private final PageFiles files = new PageFiles();

    private SiteRoutes(SiteContext context) {
        this.context = context;
    }

    /**
     * Creates the site.
     *
     * @param context the simulator that the page shows
     * @return the site
     */
    public static Site of(SiteContext context) {
        List<Route> routes = Stream.of(
                        new SiteRoutes(context).routes(),
                        new PhoneRoutes(() -> context.account().get().account()).routes(),
                        new LogRoutes(context).routes())
                .flatMap(List::stream)
                .toList();
        return new Site(
                new Router(routes),
                (lastSeen, awake) -> new EventBufferReader(context.events(), lastSeen, awake, context::view));
    }

    private List<Route> routes() {
        return List.of(
                new Route("GET", Pattern.compile(Site.PAGE), (call, path) -> files.file("index.html")),
                new Route(
                        "GET",
                        SiteRequests.path("/page/([a-z0-9-]+\\.[a-z]+)"),
                        (call, path) -> files.file(path.group(1))),
                new Route("GET", SiteRequests.path("/account"), (call, path) -> SiteRequests.json(context.view())),
                new Route("GET", SiteRequests.path("/faults"), (call, path) -> faults()),
                new Route("PUT", SiteRequests.path("/faults/([a-z]+)"), this::turn),
                new Route("POST", SiteRequests.path("/reset"), this::reset));
    }

    private Answer turn(ApiCall call, Matcher path) {
        FaultSwitch one = FaultSwitch.ALL.stream()
                .filter(candidate -> candidate.name().equals(path.group(1)))
                .findFirst()
                .orElseThrow(() -> SiteRequests.gone("There is no such switch"));
        one.turn(context.faults(), SiteJson.truth(call.body(), "on"));
        context.events().publish("faults", "faults", () -> FaultSwitch.all(context.faults()));
        return faults();
    }

    private Answer faults() {
        return SiteRequests.json(FaultSwitch.all(context.faults()));
    }

    private Answer reset(ApiCall call, Matcher path) {
        context.reset().run();
        return new Answer(204, Map.of(), "");
    }
}
