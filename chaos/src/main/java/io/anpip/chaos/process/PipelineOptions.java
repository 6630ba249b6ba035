package io.anpip.chaos.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the pipeline under test is run.
 *
 * @param checkout whose builds are run
 * @param data where its data and logs lie
 * @param workers how many transcode workers there are
 * @param environment settings of all services, on top of the harness's own
 */
public record PipelineOptions(Path checkout, Path data, int workers, Map<String, String> environment) {

    /** Deadlines of seconds, so that what is lost is found while somebody waits. */
    private static final Map<String, String> HASTE = Map.of(
            "ANPIP_JANITOR_INTERVAL", "5s",
            "ANPIP_JANITOR_GRACE", "10s",
            "ANPIP_UPLOAD_CHUNK_GRACE", "10s",
            "ANPIP_SWEEPER_INTERVAL", "2s",
            "ANPIP_SWEEPER_BASE", "30s",
            "ANPIP_SWEEPER_FACTOR", "1",
            "ANPIP_SWEEPER_REISSUES", "8");

    public PipelineOptions {
        environment = Map.copyOf(environment);
    }

    /** Two workers and short deadlines. */
    public static PipelineOptions in(Path checkout, Path data) {
        return new PipelineOptions(checkout, data, 2, HASTE);
    }

    /** The same with another setting of all services. */
    public PipelineOptions with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new PipelineOptions(checkout, data, workers, more);
    }

    /** The same with records committed as they are taken, and nobody looking for what stands still: what dies in work is lost. */
    public PipelineOptions atMostOnce() {
        return with(
                        "JAVA_TOOL_OPTIONS",
                        "-Dmp.messaging.connector.smallrye-kafka.enable.auto.commit=true"
                                + " -Dmp.messaging.connector.smallrye-kafka.auto.commit.interval.ms=50"
                                + " -Dmp.messaging.connector.smallrye-kafka.commit-strategy=ignore")
                .with("ANPIP_SWEEPER_ENABLED", "false");
    }

    /** The same with records given up that cannot be handled within a second, and nobody looking for what stands still. */
    public PipelineOptions impatient() {
        return with("ANPIP_MESSAGING_PATIENCE", "1s").with("ANPIP_SWEEPER_ENABLED", "false");
    }
}
