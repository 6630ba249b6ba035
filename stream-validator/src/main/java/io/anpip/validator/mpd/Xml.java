package io.anpip.validator.mpd;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Reads elements of a document. */
final class Xml {

    private Xml() {}

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static Map<String, String> attributes(Element element) {
        Map<String, String> values = new HashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int index = 0; index < attributes.getLength(); index++) {
            values.put(
                    attributes.item(index).getNodeName(), attributes.item(index).getNodeValue());
        }
        return values;
    }

    static Optional<String> text(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Optional.of(element.getAttribute(attribute)) : Optional.empty();
    }

    static List<Descriptor> descriptors(Element parent, String name) {
        return children(parent, name).stream()
                .map(element -> new Descriptor(element.getAttribute("schemeIdUri"), element.getAttribute("value")))
                .toList();
    }

    /** What names below an element are relative to. */
    static URI base(Element element, URI outer) {
        List<Element> bases = children(element, "BaseURL");
        if (bases.isEmpty()) {
            return outer;
        }
        try {
            return outer.resolve(bases.getFirst().getTextContent().strip());
        } catch (IllegalArgumentException noAddress) {
            return outer;
        }
    }
}
