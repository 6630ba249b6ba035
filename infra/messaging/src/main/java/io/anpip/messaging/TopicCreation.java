package io.anpip.messaging;

import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics, and the dead-letter topic of every group, where they do not exist. */
public final class TopicCreation {

    private TopicCreation() {}

    /** The topics as they are to be created; pure. */
    public static List<NewTopic> plan(TopicCatalogue catalogue, short replication) {
        List<NewTopic> planned = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            Map<String, String> settings = new HashMap<>();
            settings.put("cleanup.policy", topic.cleanupPolicy());
            settings.put(
                    "retention.ms",
                    topic.retention()
                            .map(kept -> Long.toString(kept.toMillis()))
                            .orElse("-1"));
            planned.add(new NewTopic(topic.name(), topic.partitions(), replication).configs(settings));
            topic.consumers()
                    .forEach(consumer -> planned.add(new NewTopic(topic.deadLetterTopic(consumer), 1, replication)
                            .configs(Map.of("retention.ms", "-1"))));
        }
        return planned;
    }

    /** Creates what is missing on the broker. */
    public static void ensure(String bootstrapServers, TopicCatalogue catalogue, short replication)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            Stream<NewTopic> missing =
                    plan(catalogue, replication).stream().filter(topic -> !there.contains(topic.name()));
            for (var creation : admin.createTopics(missing.toList()).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException refused) {
                    // Somebody else created it in the meantime: what was wanted.
                    if (!(refused.getCause() instanceof TopicExistsException)) {
                        throw refused;
                    }
                }
            }
        }
    }
}
