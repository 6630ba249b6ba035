package io.anpip.chaos.nemesis;

import io.anpip.chaos.process.Pipeline;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.chaos.proxy.StoreFault;
import io.anpip.chaos.proxy.TcpProxy;
import io.anpip.chaos.scenario.Run;
import io.anpip.chaos.scenario.Scenario;
import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random mix of faults over many videos. The seed decides what is broken, in which order and for how long; when a process is hit in its
 * work depends on the machine.
 */
public final class Nemesis implements Scenario {

    private static final Duration WATCH = Duration.ofMillis(500);

    private final Duration length;
    private final long seed;
    private final int videos;

    public Nemesis(Duration length, long seed, int videos) {
        this.length = length;
        this.seed = seed;
        this.videos = videos;
    }

    @Override
    public String id() {
        return "F31";
    }

    @Override
    public String title() {
        return "a random mix of faults for " + length.toMinutes() + " minutes over " + videos + " videos, seed " + seed;
    }

    @Override
    public String mechanism() {
        return "all of them";
    }

    /** Who kills at random kills the same task several times by chance: no verdict on the task follows from that. */
    @Override
    public PipelineOptions options(PipelineOptions usual) {
        return usual.with("ANPIP_ATTEMPTS_DEATHS", "20").with("ANPIP_SWEEPER_BASE", "60s");
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Map<String, Integer> done = new TreeMap<>();
        // Spread over nine tenths of the time, so that there is always work to hit.
        Thread uploads = run.uploadMeanwhile(videos, length.multipliedBy(9).dividedBy(10L * videos));
        long until = System.nanoTime() + length.toNanos();
        long tell = System.nanoTime();
        while (System.nanoTime() < until) {
            if (System.nanoTime() > tell) {
                run.say(kills(done) + " kills, " + run.promisedVideos() + " videos acknowledged");
                tell += Duration.ofMinutes(1).toNanos();
            }
            String fault = strike(run.pipeline(), random);
            done.merge(fault, 1, Integer::sum);
            Thread.sleep(Duration.ofMillis(500 + random.nextInt(1500)));
            mend(run.pipeline());
        }
        run.pipeline().heal();
        uploads.join(Duration.ofMinutes(5));
        run.expect(!uploads.isAlive(), "all uploads are acknowledged");
        run.measured(kills(done) + " kills; all faults: " + done);
        run.say("at the end of the faults: " + run.statuses());
        run.awaitEnds(Duration.ofMinutes(10));
        run.measured("videos: " + run.statuses());
    }

    private static int kills(Map<String, Integer> done) {
        return done.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("kill"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Breaks one thing and says what. */
    private static String strike(Pipeline pipeline, Random random) throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 22) {
            ServiceProcess worker = any(pipeline.workers(), random);
            worker.kill();
            return "kill worker";
        } else if (dice < 36) {
            ServiceProcess service = any(pipeline.services(), random);
            service.kill();
            return "kill " + service.name().replaceAll("worker-.*", "worker");
        } else if (dice < 68) {
            StackPart part = any(List.of(StackPart.REDIS, StackPart.POSTGRES, StackPart.S3), random);
            pipeline.kill(part);
            return "kill " + part.processName();
        } else if (dice < 71) {
            pipeline.kill(StackPart.KAFKA);
            return "kill kafka";
        } else if (dice < 77) {
            ServiceProcess service = any(pipeline.services(), random);
            service.signal("STOP");
            Thread.sleep(Duration.ofSeconds(2 + random.nextInt(6)));
            service.signal("CONT");
            return "freeze";
        } else if (dice < 82) {
            any(pipeline.services(), random).signal("TERM");
            return "terminate";
        } else if (dice < 91) {
            int share = 5 + random.nextInt(25);
            long salt = random.nextLong();
            pipeline.store()
                    .rule(call -> new Random(salt + call.number()).nextInt(100) < share
                            ? any(
                                    List.of(
                                            new StoreFault.Refused(503),
                                            new StoreFault.Refused(500),
                                            new StoreFault.ResetAfterCommit(),
                                            new StoreFault.TruncatedBody(),
                                            new StoreFault.Stalled(Duration.ofSeconds(2))),
                                    new Random(salt - call.number()))
                            : new StoreFault.None());
            Thread.sleep(Duration.ofSeconds(4));
            pipeline.store().rule(call -> new StoreFault.None());
            return "store faults";
        } else if (dice < 96) {
            pipeline.database().weather(TcpProxy.Weather.slow(Duration.ofMillis(50 + random.nextInt(200))));
            Thread.sleep(Duration.ofSeconds(4));
            pipeline.database().weather(TcpProxy.Weather.FAIR);
            return "slow database";
        }
        if (dice < 98) {
            pipeline.database().reset();
            return "database connections reset";
        }
        pipeline.kafkaOfFirstWorker().reset();
        return "kafka connections reset";
    }

    /** What died is started again, as a supervisor does it. */
    private static void mend(Pipeline pipeline) throws IOException, InterruptedException {
        pipeline.startServers();
        for (ServiceProcess service : pipeline.services()) {
            if (!service.isAlive()) {
                service.restart();
            }
        }
        Thread.sleep(WATCH);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
