package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledPostgres;
import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DidNotStart;
import io.anpip.localstack.process.OwnerOnlyFile;
import io.anpip.localstack.process.ProcessDirectory;
import io.anpip.localstack.process.ProcessIdentity;
import io.anpip.localstack.process.StopSignal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a PostgreSQL cluster: created once, and freed from whoever was left behind on them. */
record PostgresCluster(Path folder, BundledPostgres postgres, RootRestriction asUser) {
    static final String POSTMASTER_PID = "postmaster.pid";
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(10);

    static Path directory(Path folder) {
        return folder.resolve("cluster");
    }

    /** Made beside its place and renamed into it last, so that a cluster cut short by a kill is made again. */
    void createUnlessPresent(String user, String password, String database) throws IOException {
        if (Files.exists(directory(folder))) {
            asUser.own(folder);
            return;
        }
        Path draft = folder.resolve("cluster.new");
        Path passwordFile = folder.resolve("initial-password");
        Path log = folder.resolve("initdb.log");
        delete(draft);
        OwnerOnlyFile.write(passwordFile, password);
        asUser.own(folder);
        run(
                log,
                Optional.empty(),
                List.of(
                        postgres.program("initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + user,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The locale that is inside PostgreSQL, equal on every machine.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions"));
        Path statement = folder.resolve("create-database.sql");
        Files.writeString(statement, "CREATE DATABASE " + database + ";\n");
        run(
                log,
                Optional.of(statement),
                List.of(postgres.program("postgres").toString(), "--single", "-D", draft.toString(), "postgres"));
        Files.delete(statement);
        Files.delete(passwordFile);
        Files.move(draft, directory(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Ends a postmaster of ours that still holds the cluster, and removes the note of one that is gone. PostgreSQL itself only
     * looks whether the noted pid exists, and so would refuse to start when it belongs to somebody else by now.
     */
    void stopLeftover() throws IOException {
        Path note = directory(folder).resolve(POSTMASTER_PID);
        if (Files.notExists(note)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        boolean ours = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
        Optional<ProcessIdentity> leftover = ours ? ProcessIdentity.of(pid) : Optional.empty();
        if (leftover.isPresent()) {
            ProcessDirectory.end(leftover.get(), StopSignal.INTERRUPT, LEFTOVER_GRACE);
        }
        Files.deleteIfExists(note);
    }

    private void run(Path log, Optional<Path> input, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(asUser.prefix());
        command.addAll(program);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.map(Path::toFile).orElseGet(() -> new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            int status = process.waitFor();
            if (status != 0) {
                List<String> lines = Files.readAllLines(log);
                throw new LocalStackException(new DidNotStart(
                        StackPart.POSTGRES.processName(),
                        "a new database could not be made (status " + status + ")",
                        log,
                        lines.subList(Math.max(0, lines.size() - 15), lines.size())));
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making a new database", interrupted);
        }
    }

    private static void delete(Path draft) throws IOException {
        if (Files.exists(draft)) {
            try (Stream<Path> files = Files.walk(draft)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
