/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;
import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ApiCall;
import com.cliqtel.camel.simulator.http.QueryParameters;
import com.cliqtel.camel.simulator.http.Site;
import com.cliqtel.camel.simulator.json.SiteJson;

/** Parameters and answers that the page's routes share. */
final class SiteRequests {

    private static final int PER_PAGE = 50;
    private static final int MOST_PER_PAGE = 500;

    private SiteRequests() {}

    static Pattern path(String below) {
        return Pattern.compile(Pattern.quote(Site.PATH) + below);
    }

    /** The number in a path: the pattern has let nothing else through. */
    static long number(Matcher path) {
        return Long.parseLong(path.group(1));
    }

    static Answer json(Map<String, ?> object) {
        return Answer.json(200, SiteJson.write(object));
    }

    static Refusal gone(String what) {
        return new Refusal(ErrorCode.NOT_FOUND, what);
    }

    /**
     * Which part of a list is asked for.
     *
     * @param before only what has a smaller number
     * @param most how many
     * @param query all that was asked for
     */
    record Part(long before, int most, QueryParameters query) {

        static Part of(ApiCall call) {
            QueryParameters query = new QueryParameters(call.query());
            return new Part(
                    query.integer("before", Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                    query.integer("limit", MOST_PER_PAGE)
                            .orElse((long) PER_PAGE)
                            .intValue(),
                    query);
        }

        /** A parameter; empty when it did not come. */
        String text(String name) {
            return query.text(name).orElse("");
        }
    }
}
