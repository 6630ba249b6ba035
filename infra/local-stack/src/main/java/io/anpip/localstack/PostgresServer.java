package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledPostgres;
import io.anpip.localstack.process.ProcessIdentity;
import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import io.anpip.localstack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL: a cluster of its own with one database, durable as in production. */
record PostgresServer(
        Path dataDirectory,
        BundledPostgres postgres,
        RootRestriction asUser,
        String password,
        int port,
        int buffersMebibytes)
        implements ServerDefinition {
    static final String USER = "anpip";
    static final String DATABASE = "anpip";
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    private static final int STATUS_LINE = 7;

    @Override
    public StackPart part() {
        return StackPart.POSTGRES;
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = new ArrayList<>(asUser.prefix());
        command.add(postgres.program("postgres").toString());
        command.addAll(List.of("-D", cluster().toString()));
        for (String setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        return ProcessSpec.of(part().processName(), command, folder()).stoppedBy(StopSignal.INTERRUPT, STOP_GRACE);
    }

    @Override
    public void prepare() throws IOException {
        postgres.unpack();
        Files.createDirectories(folder());
        PostgresCluster files = new PostgresCluster(folder(), postgres, asUser);
        files.createUnlessPresent(USER, password, DATABASE);
        files.stopLeftover();
    }

    @Override
    public Readiness readiness() {
        return process -> saysReady(process) && Readiness.port(port).isReady(process);
    }

    private Path folder() {
        return dataDirectory.resolve("postgres");
    }

    private Path cluster() {
        return PostgresCluster.directory(folder());
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "shared_buffers=" + buffersMebibytes + "MB",
                "max_connections=100",
                "max_wal_size=256MB",
                "max_wal_senders=0",
                "wal_level=minimal",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                // Workers for asynchronous reads are processes of their own; the database is small.
                "io_method=sync");
    }

    /** The postmaster notes in its own pid file that it takes connections: this names the cluster, which a port does not. */
    private boolean saysReady(ProcessIdentity process) {
        try {
            List<String> lines = Files.readAllLines(cluster().resolve(PostgresCluster.POSTMASTER_PID));
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }
}
