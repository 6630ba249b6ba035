package io.anpip.validator.mpd;

import io.anpip.validator.mpd.Addressing.Run;
import io.anpip.validator.mpd.Addressing.SingleFile;
import io.anpip.validator.mpd.Addressing.Template;
import io.anpip.validator.mpd.Addressing.Unsupported;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads how segments are named: from the representation, else from its set. */
final class AddressingParser {

    private AddressingParser() {}

    static Addressing parse(Element set, Element representation) {
        List<Element> templates = List.of(representation, set).stream()
                .flatMap(element -> Xml.children(element, "SegmentTemplate").stream())
                .toList();
        if (!templates.isEmpty()) {
            return template(templates);
        }
        if (!Xml.children(representation, "SegmentList").isEmpty()
                || !Xml.children(set, "SegmentList").isEmpty()) {
            return new Unsupported("it lists its segments by SegmentList, which dash.js and others do not read well");
        }
        if (!Xml.children(representation, "BaseURL").isEmpty()) {
            return new SingleFile();
        }
        return new Unsupported("nothing says where its segments are");
    }

    /** An attribute of the innermost template that has it. */
    private static Optional<String> attribute(List<Element> templates, String name) {
        return templates.stream()
                .flatMap(template -> Xml.text(template, name).stream())
                .findFirst();
    }

    private static Optional<Long> number(List<Element> templates, String name) {
        return attribute(templates, name)
                .filter(value -> value.matches("-?[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static Addressing template(List<Element> templates) {
        Optional<String> media = attribute(templates, "media");
        long timescale = number(templates, "timescale").orElse(1L);
        if (media.isEmpty() || timescale < 1) {
            return new Unsupported("its SegmentTemplate has no media pattern, or no timescale above 0");
        }
        List<Run> timeline = templates.stream()
                .flatMap(template -> Xml.children(template, "SegmentTimeline").stream())
                .findFirst()
                .map(element -> Xml.children(element, "S").stream()
                        .map(AddressingParser::run)
                        .toList())
                .orElse(List.of());
        return new Template(
                timescale,
                attribute(templates, "initialization"),
                media.get(),
                number(templates, "startNumber").orElse(1L),
                number(templates, "presentationTimeOffset").orElse(0L),
                number(templates, "duration"),
                timeline);
    }

    private static Run run(Element s) {
        List<Element> self = List.of(s);
        return new Run(
                number(self, "t"),
                number(self, "d").orElse(0L),
                number(self, "r").orElse(0L));
    }
}
