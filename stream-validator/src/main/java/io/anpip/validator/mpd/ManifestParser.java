package io.anpip.validator.mpd;

import io.anpip.validator.mpd.Manifest.AdaptationSet;
import io.anpip.validator.mpd.Manifest.Period;
import io.anpip.validator.mpd.Manifest.Representation;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a manifest. Document types are refused, so entities cannot name files or grow. */
public final class ManifestParser {

    private static final String NAMESPACE = "urn:mpeg:dash:schema:mpd:2011";

    private ManifestParser() {}

    /** Reads a manifest; nothing, with a finding, if it is none. */
    public static Optional<Manifest> parse(byte[] bytes, URI address, String name, Findings findings) {
        Element root;
        try {
            root = builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXException | IOException malformed) {
            findings.add(DashRule.PARSE, Place.of(name), "it is no well-formed XML: " + malformed.getMessage());
            return Optional.empty();
        }
        if (!"MPD".equals(root.getLocalName()) || !NAMESPACE.equals(root.getNamespaceURI())) {
            findings.add(DashRule.PARSE, Place.of(name), "the root is not MPD in the namespace " + NAMESPACE);
            return Optional.empty();
        }
        URI base = Xml.base(root, address);
        List<Period> periods = Xml.children(root, "Period").stream()
                .map(period -> period(period, Xml.base(period, base)))
                .toList();
        return Optional.of(new Manifest(address, name, Xml.attributes(root), periods));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            // The default one writes to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK's own XML parser has these features", impossible);
        }
    }

    private static Period period(Element period, URI base) {
        List<AdaptationSet> sets = new ArrayList<>();
        for (Element set : Xml.children(period, "AdaptationSet")) {
            String id = set.getAttribute("id");
            String place = "AdaptationSet " + (id.isEmpty() ? sets.size() + 1 : id);
            sets.add(set(set, Xml.base(set, base), place));
        }
        return new Period(Xml.text(period, "duration").flatMap(XmlDuration::seconds), sets);
    }

    private static AdaptationSet set(Element set, URI base, String place) {
        List<Representation> representations = Xml.children(set, "Representation").stream()
                .map(element -> representation(set, element, Xml.base(element, base)))
                .toList();
        return new AdaptationSet(
                place, Xml.attributes(set), Xml.descriptors(set, "EssentialProperty"), representations);
    }

    private static Representation representation(Element set, Element own, URI base) {
        Map<String, String> attributes = new HashMap<>(Xml.attributes(set));
        attributes.remove("id");
        attributes.putAll(Xml.attributes(own));
        List<Descriptor> properties = new ArrayList<>(Xml.descriptors(set, "EssentialProperty"));
        properties.addAll(Xml.descriptors(own, "EssentialProperty"));
        List<Descriptor> channels = Xml.descriptors(own, "AudioChannelConfiguration");
        return new Representation(
                own.getAttribute("id"),
                base,
                attributes,
                properties,
                channels.isEmpty() ? Xml.descriptors(set, "AudioChannelConfiguration") : channels,
                AddressingParser.parse(set, own));
    }
}
