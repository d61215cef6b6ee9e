/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** What the component brings to its users' class paths. */
class DependenciesTest {

    private static final String FORCED =
            "/project/dependencies/dependency[not(optional='true') and not(scope='test')]/artifactId";

    @Test
    void nothingIsForcedOnUsersButCamelAndItsHttpJacksonAndPlatformHttp() throws Exception {
        assertThat(texts(FORCED))
                .containsExactlyInAnyOrder("camel-support", "camel-http", "camel-jackson", "camel-platform-http");
    }

    private static List<String> texts(String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        path,
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(Path.of("pom.xml").toFile()),
                        XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
