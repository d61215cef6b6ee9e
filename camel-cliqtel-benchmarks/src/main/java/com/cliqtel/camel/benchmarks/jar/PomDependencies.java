/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.jar;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the dependencies of a Maven project that its users inherit. */
final class PomDependencies {

    private static final Set<String> OWN_AFFAIRS = Set.of("test", "provided", "system");

    private PomDependencies() {}

    /** The artifacts that are neither optional nor for tests. */
    static Set<String> dependencies(InputStream xml) throws IOException {
        try {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
            Set<String> names = new LinkedHashSet<>();
            children(project, "dependencies")
                    .flatMap(all -> children(all, "dependency"))
                    .filter(PomDependencies::isPassedOn)
                    .forEach(each -> names.add(text(each, "artifactId")));
            return names;
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static boolean isPassedOn(Element dependency) {
        return !text(dependency, "optional").equals("true") && !OWN_AFFAIRS.contains(text(dependency, "scope"));
    }

    private static String text(Element in, String name) {
        List<String> texts =
                children(in, name).map(each -> each.getTextContent().trim()).toList();
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static Stream<Element> children(Element in, String name) {
        NodeList nodes = in.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
