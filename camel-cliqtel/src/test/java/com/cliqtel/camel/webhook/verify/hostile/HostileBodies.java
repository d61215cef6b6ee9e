/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All of them. */
public final class HostileBodies {

    private HostileBodies() {}

    /**
     * In the manner of the public suites for JSON parsers.
     *
     * @param now what time those are of that shall be neither old nor from the future
     */
    public static List<HostileBody> at(Instant now) {
        Report report = Report.of(now);
        return Stream.<Function<Report, Stream<HostileBody>>>of(
                        Syntax::bodies,
                        Encodings::bodies,
                        Numbers::bodies,
                        Names::bodies,
                        Fields::bodies,
                        r -> Times.bodies(r, now),
                        Sizes::bodies,
                        Syntax::truncated)
                .flatMap(family -> family.apply(report))
                .toList();
    }
}
