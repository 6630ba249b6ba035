package io.anpip.chaos.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.chaos.ledger.Client;
import io.anpip.chaos.ledger.Sighting;
import io.anpip.chaos.process.Pipeline;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.validator.StreamValidator;
import io.anpip.validator.report.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares ledger, log, tables and objects once the pipeline is healed and at rest. The numbers are those of the acceptance table.
 */
public final class Checker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STREAMS_VALIDATED = 3;

    private final Pipeline pipeline;
    private final Client client;
    private final Map<Oracle, List<String>> violations = new EnumMap<>(Oracle.class);
    private final Map<Oracle, String> notApplicable = new EnumMap<>(Oracle.class);

    private Checker(Pipeline pipeline, Client client) {
        this.pipeline = pipeline;
        this.client = client;
    }

    /** Checks everything these videos were promised. */
    public static Verdict check(Pipeline pipeline, Client client, List<String> acknowledged)
            throws IOException, InterruptedException {
        return new Checker(pipeline, client).check(acknowledged);
    }

    private Verdict check(List<String> acknowledged) throws IOException, InterruptedException {
        Map<String, JsonNode> documents = documents(acknowledged);
        EventLog log = new EventLog(pipeline.servers().kafkaBootstrap());
        List<ConsumerRecord<String, byte[]>> statuses = log.all(List.of(TopicCatalogue.STATUS));
        try (StoreListing store = new StoreListing(pipeline.servers().s3())) {
            ends(acknowledged, documents);
            objects(documents, store);
            order(statuses);
            notifications(documents, log.all(List.of(TopicCatalogue.NOTIFICATIONS)));
            leftovers(documents, store);
            rebuild();
            notApplicable.put(Oracle.O7, "there is no audit log yet");
            deadLetters(documents, statuses, log.all(deadLetterTopics()));
        }
        return new Verdict(violations, notApplicable);
    }

    private void broken(Oracle oracle, String sentence) {
        violations.computeIfAbsent(oracle, key -> new ArrayList<>()).add(sentence);
    }

    private Map<String, JsonNode> documents(List<String> acknowledged) throws IOException, InterruptedException {
        Map<String, JsonNode> documents = new HashMap<>();
        for (String id : acknowledged) {
            client.look(id).ifPresent(document -> documents.put(id, document));
        }
        return documents;
    }

    private void ends(List<String> acknowledged, Map<String, JsonNode> documents) {
        for (String id : acknowledged) {
            Optional<JsonNode> document = Optional.ofNullable(documents.get(id));
            String status = document.map(found -> found.path("status").asText()).orElse("unknown to the API");
            if (!status.equals("READY") && !status.equals("FAILED")) {
                broken(Oracle.O1, id + " is " + status);
            }
            if (status.equals("FAILED")
                    && document.filter(found -> !found.path("failure")
                                    .path("reason")
                                    .asText()
                                    .isBlank())
                            .isEmpty()) {
                broken(Oracle.O1, id + " has failed without a reason");
            }
        }
    }

    /** Every segment a marker names has its bytes, under its final name too, and every file of a playlist is there. */
    private void objects(Map<String, JsonNode> documents, StoreListing store) throws IOException {
        int validated = 0;
        for (Map.Entry<String, JsonNode> entry : documents.entrySet()) {
            JsonNode document = entry.getValue();
            if (!document.path("status").asText().equals("READY")) {
                continue;
            }
            String id = entry.getKey();
            String run = "videos/" + id + "/g" + document.path("generation").asInt() + '/';
            Map<String, Long> media = store.sizes(StoreListing.MEDIA, run + "stream/");
            Set<String> hashes = media.keySet().stream()
                    .flatMap(key -> store.sha256(StoreListing.MEDIA, key).stream())
                    .collect(Collectors.toSet());
            for (String marker :
                    store.sizes(StoreListing.WORK, run + "markers/").keySet()) {
                for (String sha : recordedHashes(store, marker)) {
                    if (!hashes.contains(sha)) {
                        broken(
                                Oracle.O2,
                                "of " + id + ", what " + marker + " records as " + sha + " is not in the stream");
                    }
                }
            }
            media.forEach((key, size) -> {
                if (size == 0) {
                    broken(Oracle.O2, key + " is empty");
                }
            });
            if (validated++ < STREAMS_VALIDATED) {
                plays(id, document);
            }
        }
    }

    private static List<String> recordedHashes(StoreListing store, String marker) throws IOException {
        JsonNode node = JSON.readTree(store.get(StoreListing.WORK, marker).orElseThrow());
        return node.findValuesAsText("sha256");
    }

    private void plays(String id, JsonNode document) {
        URI master = URI.create(document.path("playback").path("hls").asText());
        Report report = StreamValidator.ofUrl(master).validate();
        // Tiny clips have one size only, which two of Apple's rules mind.
        List<String> wrong = report.violations().stream()
                .filter(finding -> !Set.of("9.9", "9.21").contains(String.valueOf(finding.rule())))
                .map(finding -> finding.toString())
                .filter(text -> text.contains("404") || text.contains("not there") || text.contains("can't be read"))
                .toList();
        wrong.forEach(text -> broken(Oracle.O2, id + ": " + text));
    }

    private void order(List<ConsumerRecord<String, byte[]>> statuses) throws IOException {
        client.seen().forEach((id, history) -> follow("a client's view of " + id, history));
        Map<String, List<Sighting>> log = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : statuses) {
            if (record.value() != null) {
                log.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(sighting(record));
            }
        }
        log.forEach((id, history) -> follow("the log of " + id, history));
    }

    private static Sighting sighting(ConsumerRecord<String, byte[]> record) throws IOException {
        JsonNode document = JSON.readTree(record.value());
        return new Sighting(
                document.path("generation").asInt(), document.path("status").asText());
    }

    private void follow(String whose, List<Sighting> history) {
        for (int i = 1; i < history.size(); i++) {
            if (!history.get(i).mayFollow(history.get(i - 1))) {
                broken(Oracle.O3, "in " + whose + " " + history.get(i) + " comes after " + history.get(i - 1));
            }
        }
    }

    private void notifications(Map<String, JsonNode> documents, List<ConsumerRecord<String, byte[]>> notifications)
            throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : notifications) {
            JsonNode event = JSON.readTree(record.value());
            String kind =
                    record.key() + " g" + event.path("generation").asInt() + ' ' + EventLog.header(record, "ce_type");
            ids.computeIfAbsent(kind, key -> new HashSet<>()).add(EventLog.header(record, "ce_id"));
        }
        ids.forEach((kind, events) -> {
            if (events.size() > 1) {
                broken(Oracle.O4, kind + " was told as " + events.size() + " different events");
            }
        });
        documents.forEach((id, document) -> {
            String status = document.path("status").asText();
            String kind = id + " g" + document.path("generation").asInt() + " io.anpip.video.video."
                    + status.toLowerCase(java.util.Locale.ROOT) + ".v1";
            if (Set.of("READY", "FAILED").contains(status) && !ids.containsKey(kind)) {
                broken(Oracle.O4, "nobody was told that " + id + " is " + status);
            }
        });
    }

    private void leftovers(Map<String, JsonNode> documents, StoreListing store) throws IOException {
        for (String bucket : List.of(StoreListing.WORK, StoreListing.UPLOADS, StoreListing.MEDIA)) {
            store.unfinishedMultipart(bucket)
                    .forEach(key ->
                            broken(Oracle.O5, "a multipart upload of " + key + " is neither complete nor aborted"));
        }
        for (Map.Entry<String, JsonNode> entry : documents.entrySet()) {
            if (entry.getValue().path("status").asText().equals("READY")) {
                store.sizes(StoreListing.WORK, "videos/" + entry.getKey() + "/").keySet().stream()
                        .filter(key -> key.contains("/attempts/"))
                        .forEach(key -> broken(Oracle.O5, "an attempt is left: " + key));
            }
        }
        Path scratch = pipeline.data().resolve("scratch");
        if (Files.isDirectory(scratch)) {
            try (Stream<Path> files = Files.walk(scratch)) {
                files.filter(path -> path.getFileName().toString().startsWith("task-"))
                        .forEach(path -> broken(Oracle.O5, "a scratch directory is left: " + path));
            }
        }
    }

    private void rebuild() throws IOException, InterruptedException {
        Optional<JsonNode> report = ProjectionComparison.of(pipeline);
        if (report.isEmpty()) {
            notApplicable.put(Oracle.O6, "the projector can't compare");
            return;
        }
        if (report.get().path("comparison").path("differing").asLong() > 0) {
            broken(Oracle.O6, "the projection differs: " + report.get());
        }
    }

    private static List<String> deadLetterTopics() {
        return TopicCatalogue.load().topics().stream()
                .flatMap(topic -> topic.consumers().stream().map(topic::deadLetterTopic))
                .toList();
    }

    private void deadLetters(
            Map<String, JsonNode> documents,
            List<ConsumerRecord<String, byte[]>> statuses,
            List<ConsumerRecord<String, byte[]>> letters)
            throws IOException {
        Set<String> failed = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record : statuses) {
            if (record.value() != null && hasFailure(JSON.readTree(record.value()))) {
                failed.add(record.key());
            }
        }
        Set<String> buried = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> letter : letters) {
            String id = String.valueOf(letter.key()).split("/", 2)[0];
            buried.add(id);
            boolean parked = EventLog.header(letter, "dead-letter-kind").equals("PARKED");
            if (!parked && !failed.contains(id)) {
                broken(
                        Oracle.O8,
                        "a dead letter of " + id + " on " + letter.topic() + ", and nothing of it failed: "
                                + EventLog.header(letter, "dead-letter-reason"));
            }
            if (EventLog.header(letter, "dead-letter-reason").isBlank()) {
                broken(Oracle.O8, "a dead letter of " + id + " does not say why");
            }
        }
        documents.forEach((id, document) -> {
            if (document.path("status").asText().equals("FAILED") && !buried.contains(id)) {
                broken(Oracle.O8, id + " has failed and there is no dead letter of it");
            }
        });
    }

    private static boolean hasFailure(JsonNode document) {
        return document.path("status").asText().equals("FAILED")
                || document.path("stages").findValuesAsText("status").contains("FAILED");
    }
}
