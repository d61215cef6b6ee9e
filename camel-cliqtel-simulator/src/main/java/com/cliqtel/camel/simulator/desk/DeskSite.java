/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ApiCall;
import com.cliqtel.camel.simulator.http.Route;
import com.cliqtel.camel.simulator.http.Routing;
import com.cliqtel.camel.simulator.http.Site;
import com.cliqtel.camel.simulator.json.SiteJson;

/** The site of a desk: the page, and what the page asks for, as a table of routes. */
public final class DeskSite {

    private final Owner owner;
    private final PageFiles files = new PageFiles();

    private DeskSite(Owner owner) {
        this.owner = owner;
    }

    /**
     * The site.
     *
     * @param owner whose desk it is
     * @return to be served
     */
    public static Site of(Owner owner) {
        List<Route> routes = Stream.of(
                        new DeskSite(owner).routes(),
                        new PhoneRoutes(() -> owner.desk().get().account()).routes(),
                        new LogRoutes(owner).routes())
                .flatMap(List::stream)
                .toList();
        return new Site(
                new Routing(routes), (lastSeen, awake) -> new FeedReader(owner.feed(), lastSeen, awake, owner::view));
    }

    private List<Route> routes() {
        return List.of(
                new Route("GET", Pattern.compile(Site.PAGE), (call, path) -> files.file("index.html")),
                new Route(
                        "GET", Requests.path("/page/([a-z0-9-]+\\.[a-z]+)"), (call, path) -> files.file(path.group(1))),
                new Route("GET", Requests.path("/account"), (call, path) -> Requests.json(owner.view())),
                new Route("GET", Requests.path("/faults"), (call, path) -> faults()),
                new Route("PUT", Requests.path("/faults/([a-z]+)"), this::turn),
                new Route("POST", Requests.path("/reset"), this::reset));
    }

    private Answer turn(ApiCall call, Matcher path) {
        FaultSwitch one = FaultSwitch.ALL.stream()
                .filter(candidate -> candidate.name().equals(path.group(1)))
                .findFirst()
                .orElseThrow(() -> Requests.gone("There is no such switch"));
        one.turn(owner.faults(), SiteJson.truth(call.body(), "on"));
        owner.feed().tell("faults", "faults", () -> FaultSwitch.all(owner.faults()));
        return faults();
    }

    private Answer faults() {
        return Requests.json(FaultSwitch.all(owner.faults()));
    }

    private Answer reset(ApiCall call, Matcher path) {
        owner.reset().run();
        return new Answer(204, Map.of(), "");
    }
}
