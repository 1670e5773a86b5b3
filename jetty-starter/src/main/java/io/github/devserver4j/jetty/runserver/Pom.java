package io.github.devserver4j.jetty.runserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What of a {@code pom.xml} has to be known before Maven is asked.
 *
 * @param packaging {@code jar} if it does not say
 * @param modules folders below its own
 * @param startClass the property {@code start-class}, which Spring Boot's parent looks at; null if it is not set
 */
record Pom(String packaging, List<String> modules, @Nullable String startClass) {

    static Pom read(Path file) throws LaunchException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            String packaging = text(child(project, "packaging"));
            return new Pom(
                    packaging == null ? "jar" : packaging,
                    texts(child(project, "modules")),
                    text(child(child(project, "properties"), "start-class")));
        } catch (IOException | SAXException | ParserConfigurationException wrong) {
            throw new LaunchException(file + " can't be read: " + wrong.getMessage(), wrong);
        }
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static List<String> texts(@Nullable Element parent) {
        List<String> texts = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                texts.add(element.getTextContent().strip());
            }
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Element element) {
        return element == null ? null : element.getTextContent().strip();
    }
}
