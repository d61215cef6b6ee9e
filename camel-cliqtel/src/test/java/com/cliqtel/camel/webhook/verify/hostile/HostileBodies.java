/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All hostile bodies. */
public final class HostileBodies {

    private HostileBodies() {}

    /**
     * In the manner of the public suites for JSON parsers.
     *
     * @param now what time those are of that shall be neither old nor from the future
     */
    public static List<HostileBody> at(Instant now) {
        StatusReportJson report = StatusReportJson.of(now);
        return Stream.<Function<StatusReportJson, Stream<HostileBody>>>of(
                        HostileSyntax::bodies,
                        HostileEncodings::bodies,
                        HostileNumbers::bodies,
                        HostileNames::bodies,
                        HostileFields::bodies,
                        r -> HostileTimes.bodies(r, now),
                        HostileSizes::bodies,
                        HostileSyntax::truncated)
                .flatMap(family -> family.apply(report))
                .toList();
    }
}
