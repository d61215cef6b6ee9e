/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PomDependenciesTest {

    @Test
    void countsOnlyTransitiveDependencies() throws IOException {
        String pom = """
                <project>
                  <dependencyManagement><dependencies><dependency><artifactId>managed</artifactId></dependency></dependencies>
                  </dependencyManagement>
                  <dependencies>
                    <dependency><artifactId>plain</artifactId></dependency>
                    <dependency><artifactId>at-runtime</artifactId><scope>runtime</scope></dependency>
                    <dependency><artifactId>optional</artifactId><optional>true</optional></dependency>
                    <dependency><artifactId>for-tests</artifactId><scope>test</scope></dependency>
                  </dependencies>
                </project>""";

        assertThat(PomDependencies.dependencies(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("plain", "at-runtime");
    }
}
